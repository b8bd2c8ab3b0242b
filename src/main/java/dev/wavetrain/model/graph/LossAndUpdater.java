package dev.wavetrain.model.graph;

import dev.wavetrain.model.Network;
import dev.wavetrain.model.SavedLoss;
import dev.wavetrain.model.SavedOptimizer;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMAE;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/** A saved loss and optimiser in DL4J's terms. */
final class LossAndUpdater {

    private LossAndUpdater() {}

    /** DL4J sums over time where Keras takes the mean: every loss is divided by the steps. */
    static ILossFunction loss(Network network, SavedLoss loss) {
        float share = 1f / network.targetSteps();
        return switch (loss) {
            case MSE -> new LossMSE(Nd4j.valueArrayOf(network.outputs(), share));
            case MAE -> new LossMAE(Nd4j.valueArrayOf(network.outputs(), share));
            case HUBER, CATEGORICAL_CROSSENTROPY -> new KerasLoss(loss, share);
        };
    }

    /**
     * SGD with momentum becomes Nesterov's, the only momentum DL4J has: it keeps the same velocity
     * and takes slightly other steps.
     */
    static IUpdater updater(SavedOptimizer optimizer) {
        double rate = optimizer.learningRate();
        return switch (optimizer.kind()) {
            case SGD ->
                    optimizer.stateVectors() == 0
                            ? new Sgd(rate)
                            : new Nesterovs(rate, optimizer.first());
            case ADAM -> new Adam(rate, optimizer.first(), optimizer.second(), optimizer.epsilon());
            case RMSPROP -> new RmsProp(rate, optimizer.first(), optimizer.epsilon());
        };
    }
}
