package dev.wavetrain.training;

import dev.wavetrain.model.BiasInit;
import dev.wavetrain.model.Cell;
import dev.wavetrain.model.Network;
import dev.wavetrain.model.NetworkDefinition;
import dev.wavetrain.sequence.Samples;
import dev.wavetrain.sequence.Task;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Small plans for tests: a net of 8 units on 40 windows of a sine. Each change makes a copy. */
final class Plans implements Cloneable {

    private static final int WINDOW = 6;
    private static final int COUNT = 40;

    private Cell cell = Cell.SIMPLE_RNN;
    private Task task = Task.NEXT_STEP;
    private OptimizerDefinition optimizer = new OptimizerDefinition.Sgd(0.05, 0);
    private Loss loss = Loss.MSE;
    private int epochs = 12;
    private double validationSplit = 0.2;
    private Shuffle shuffle = Shuffle.EVERY_EPOCH;
    private @Nullable EarlyStopping earlyStopping;
    private CheckpointPolicy checkpoints = new CheckpointPolicy(true, 0, true);
    private long seed = 1;
    private @Nullable ResumePoint from;

    private Plans() {}

    static Plans usual() {
        return new Plans();
    }

    Plans cell(Cell value, Task newTask) {
        return with(plan -> {
            plan.cell = value;
            plan.task = newTask;
        });
    }

    Plans optimizer(OptimizerDefinition value) {
        return with(plan -> plan.optimizer = value);
    }

    Plans loss(Loss value) {
        return with(plan -> plan.loss = value);
    }

    Plans epochs(int value) {
        return with(plan -> plan.epochs = value);
    }

    Plans validationSplit(double value) {
        return with(plan -> plan.validationSplit = value);
    }

    Plans shuffle(Shuffle value) {
        return with(plan -> plan.shuffle = value);
    }

    Plans earlyStopping(EarlyStopping value) {
        return with(plan -> plan.earlyStopping = value);
    }

    Plans checkpoints(CheckpointPolicy value) {
        return with(plan -> plan.checkpoints = value);
    }

    Plans seed(long value) {
        return with(plan -> plan.seed = value);
    }

    Plans from(ResumePoint value) {
        return with(plan -> plan.from = value);
    }

    private Plans with(Consumer<Plans> change) {
        try {
            Plans copy = (Plans) clone();
            change.accept(copy);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    TrainingPlan plan() {
        NetworkDefinition definition = new NetworkDefinition(cell, List.of(8), BiasInit.ZEROS);
        return new TrainingPlan(
                Network.of(definition, task, WINDOW),
                BiasInit.ZEROS,
                samples(),
                new TrainingDefinition(
                        optimizer,
                        loss,
                        7,
                        epochs,
                        validationSplit,
                        shuffle,
                        seed,
                        earlyStopping,
                        checkpoints),
                seed,
                from);
    }

    private Samples samples() {
        int steps = task == Task.NEXT_VALUE ? 1 : WINDOW;
        float[] inputs = new float[COUNT * WINDOW];
        float[] targets = new float[COUNT * steps];
        float[] delayed = task == Task.TRANSLATE ? new float[COUNT * WINDOW] : null;
        for (int n = 0; n < COUNT; n++) {
            for (int t = 0; t < WINDOW; t++) {
                inputs[n * WINDOW + t] = wave(n + t);
                if (delayed != null && t > 0) {
                    delayed[n * WINDOW + t] = wave(n + t);
                }
            }
            for (int t = 0; t < steps; t++) {
                targets[n * steps + t] = wave(n + WINDOW - steps + t + 1);
            }
        }
        return new Samples(COUNT, WINDOW, steps, inputs, delayed, targets);
    }

    private static float wave(int i) {
        return (float) Math.sin(0.3 * i + 0.1);
    }
}
