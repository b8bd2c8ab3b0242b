package dev.wavetrain.training;

/**
 * All that changes while a run trains. A run that is stopped within an epoch goes on from the end
 * of the epoch before, so weights and optimiser are copied aside at each end.
 */
final class TrainingState {

    private final float[] parameters;
    private final Optimizer optimizer;
    private final BestEpoch best;
    private final Patience patience;
    private int epoch;

    private final float[] parametersAtEnd;
    private final float[] optimizerAtEnd;
    private long updatesAtEnd;

    /**
     * @param stop may end the drawing of first weights early; nothing may be trained then
     */
    TrainingState(TrainingPlan plan, StopSignal stop) {
        ResumePoint from = plan.from();
        parameters =
                from == null
                        ? plan.network()
                                .initialise(plan.seed(), plan.biasInit(), stop::stopRequested)
                        : from.parameters().clone();
        optimizer = Optimizer.of(plan.training().optimizer(), parameters.length);
        if (from != null) {
            optimizer.restore(from.updates(), from.optimizerState());
        }
        best = new BestEpoch(plan.training().checkpoints().best(), parameters.length, from);
        patience = new Patience(plan.training().earlyStopping(), from);
        parametersAtEnd = parameters.clone();
        optimizerAtEnd = new float[optimizer.stateLength()];
        epochEnded(from == null ? 0 : from.epoch());
    }

    /** The weights being trained, themselves. */
    float[] parameters() {
        return parameters;
    }

    /** One step of the optimiser. */
    void step(float[] gradient) {
        optimizer.step(parameters, gradient);
    }

    BestEpoch best() {
        return best;
    }

    Patience patience() {
        return patience;
    }

    /** Epochs done. */
    int epoch() {
        return epoch;
    }

    void epochEnded(int done) {
        epoch = done;
        updatesAtEnd = optimizer.updates();
        System.arraycopy(parameters, 0, parametersAtEnd, 0, parameters.length);
        optimizer.copyState(optimizerAtEnd);
    }

    /** The end of the newest finished epoch; copies. */
    ResumePoint resumePoint() {
        return new ResumePoint(
                epoch,
                updatesAtEnd,
                parametersAtEnd.clone(),
                optimizerAtEnd.clone(),
                best.copy(),
                patience.watched(),
                patience.waited());
    }
}
