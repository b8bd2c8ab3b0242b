package dev.wavetrain.training;

import org.jspecify.annotations.Nullable;

/**
 * All that changes while a run trains. Weights that are kept are those of an epoch's end, though a
 * run may be stopped within the next: so weights and optimiser are copied aside at each end.
 */
final class TrainingState {

    private final float[] parameters;
    private final Optimizer optimizer;
    private final BestEpoch best;
    private final Patience patience;
    private final PartOfEpoch part;
    private int epoch;
    private boolean moved;

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
        part = new PartOfEpoch(from == null ? null : from.within());
        epoch = from == null ? 0 : from.epoch();
        parametersAtEnd = new float[parameters.length];
        optimizerAtEnd = new float[optimizer.stateLength()];
    }

    /** The weights being trained, themselves. */
    float[] parameters() {
        return parameters;
    }

    /** One step of the optimiser. */
    void step(float[] gradient) {
        optimizer.step(parameters, gradient);
        moved = true;
    }

    /** Whether a step was done since this process took the run. */
    boolean moved() {
        return moved;
    }

    /** The epoch being trained. */
    PartOfEpoch part() {
        return part;
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
        part.next();
        updatesAtEnd = optimizer.updates();
        System.arraycopy(parameters, 0, parametersAtEnd, 0, parameters.length);
        optimizer.copyState(optimizerAtEnd);
    }

    /** The end of the newest epoch that this process finished; copies. */
    ResumePoint endOfEpoch() {
        return point(null, updatesAtEnd, parametersAtEnd.clone(), optimizerAtEnd.clone());
    }

    /** Between the batch before and the next; copies. */
    ResumePoint now() {
        float[] optimizerState = new float[optimizer.stateLength()];
        optimizer.copyState(optimizerState);
        return point(part.copy(), optimizer.updates(), parameters.clone(), optimizerState);
    }

    private ResumePoint point(
            ResumePoint.@Nullable Within within,
            long updates,
            float[] weights,
            float[] optimizerState) {
        return new ResumePoint(
                epoch,
                within,
                updates,
                weights,
                optimizerState,
                best.copy(),
                patience.watched(),
                patience.waited());
    }
}
