package dev.wavetrain.runs.internal;

import dev.wavetrain.exchange.ReadModel;
import dev.wavetrain.experiments.Definition;
import dev.wavetrain.model.BiasInit;
import dev.wavetrain.model.Head;
import dev.wavetrain.model.Network;
import dev.wavetrain.model.NetworkDefinition;
import dev.wavetrain.model.Propagation;
import dev.wavetrain.model.SavedModel;
import dev.wavetrain.model.SavedOptimizer;
import dev.wavetrain.sequence.Domain;
import dev.wavetrain.sequence.SequenceDefinition;
import dev.wavetrain.sequence.Source.Formula;
import dev.wavetrain.sequence.Task;
import dev.wavetrain.training.CheckpointPolicy;
import dev.wavetrain.training.Loss;
import dev.wavetrain.training.OptimizerDefinition;
import dev.wavetrain.training.Shuffle;
import dev.wavetrain.training.TrainingDefinition;

/**
 * The definition of a net that came as a file: its network as it is, and what else the file says of
 * how it was trained, which is what training on begins with.
 */
final class UploadedDefinition {

    private static final int BATCH = 10;
    private static final int EPOCHS = 100;
    private static final int CHECKPOINT_EVERY = 5;
    private static final double VALIDATION = 0.1;

    /** Numbers that a batch may take: some below what a run may. */
    private static final long MOST_FLOATS = 200L << 20;

    /** So many windows a series has at least, side by side. */
    private static final int WINDOWS = 5;

    private UploadedDefinition() {}

    static Definition of(ReadModel read, SequenceDefinition sequence) {
        SavedModel model = read.model();
        Network network = model.network();
        long each = Math.max(1, Propagation.floats(network, 1));
        return new Definition(
                sequence,
                new NetworkDefinition(network.cell(), network.units(), BiasInit.ZEROS),
                new TrainingDefinition(
                        optimizer(model.optimizer()),
                        Loss.valueOf(model.loss().name()),
                        (int) Math.clamp(MOST_FLOATS / each, 1, BATCH),
                        EPOCHS,
                        VALIDATION,
                        Shuffle.EVERY_EPOCH,
                        1,
                        null,
                        new CheckpointPolicy(true, CHECKPOINT_EVERY, true)));
    }

    /** That of the built-in experiment with a net of this kind. */
    static SequenceDefinition usual(Network network) {
        int window = network.window();
        return switch (network.head()) {
            case SEQUENCE ->
                    new SequenceDefinition(
                            Task.NEXT_STEP,
                            new Formula("exp(-x/5)*cos(x)"),
                            null,
                            new Domain("0", "5*pi", points(window, 200), true),
                            window);
            case LAST ->
                    new SequenceDefinition(
                            Task.NEXT_VALUE,
                            new Formula("sin(x)"),
                            null,
                            new Domain("0", "20*pi", points(window, 800), false),
                            window);
            case ENCODER_DECODER ->
                    new SequenceDefinition(
                            Task.TRANSLATE,
                            new Formula("sin(x)"),
                            new Formula("cos(x)"),
                            new Domain("-3*pi", "3*pi", points(window, 100), true),
                            window);
        };
    }

    private static int points(int window, int usual) {
        return Math.clamp((long) WINDOWS * window, usual, Domain.MOST_POINTS);
    }

    /** What a net of this kind is for. */
    static Task task(Head head) {
        return switch (head) {
            case SEQUENCE -> Task.NEXT_STEP;
            case LAST -> Task.NEXT_VALUE;
            case ENCODER_DECODER -> Task.TRANSLATE;
        };
    }

    private static OptimizerDefinition optimizer(SavedOptimizer saved) {
        return switch (saved.kind()) {
            case SGD -> new OptimizerDefinition.Sgd(saved.learningRate(), saved.first());
            case ADAM ->
                    new OptimizerDefinition.Adam(
                            saved.learningRate(), saved.first(), saved.second(), saved.epsilon());
            case RMSPROP ->
                    new OptimizerDefinition.RmsProp(
                            saved.learningRate(), saved.first(), saved.epsilon());
        };
    }
}
