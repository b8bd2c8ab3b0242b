package dev.wavetrain.training;

import dev.wavetrain.model.BiasInit;
import dev.wavetrain.model.Cell;
import dev.wavetrain.model.Network;
import dev.wavetrain.model.NetworkDefinition;
import dev.wavetrain.sequence.Samples;
import dev.wavetrain.sequence.Task;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small plans for tests: a net of 8 units on 40 windows of a sine. */
record Plans(
        Cell cell,
        Task task,
        OptimizerDefinition optimizer,
        Loss loss,
        int epochs,
        double validationSplit,
        Shuffle shuffle,
        @Nullable EarlyStopping earlyStopping,
        CheckpointPolicy checkpoints,
        long seed,
        @Nullable ResumePoint from) {

    private static final int WINDOW = 6;
    private static final int COUNT = 40;

    static Plans usual() {
        return new Plans(
                Cell.SIMPLE_RNN,
                Task.NEXT_STEP,
                new OptimizerDefinition.Sgd(0.05, 0),
                Loss.MSE,
                12,
                0.2,
                Shuffle.EVERY_EPOCH,
                null,
                new CheckpointPolicy(true, 0, true),
                1,
                null);
    }

    Plans cell(Cell value, Task newTask) {
        return new Plans(
                value,
                newTask,
                optimizer,
                loss,
                epochs,
                validationSplit,
                shuffle,
                earlyStopping,
                checkpoints,
                seed,
                from);
    }

    Plans optimizer(OptimizerDefinition value) {
        return new Plans(
                cell,
                task,
                value,
                loss,
                epochs,
                validationSplit,
                shuffle,
                earlyStopping,
                checkpoints,
                seed,
                from);
    }

    Plans loss(Loss value) {
        return new Plans(
                cell,
                task,
                optimizer,
                value,
                epochs,
                validationSplit,
                shuffle,
                earlyStopping,
                checkpoints,
                seed,
                from);
    }

    Plans epochs(int value) {
        return new Plans(
                cell,
                task,
                optimizer,
                loss,
                value,
                validationSplit,
                shuffle,
                earlyStopping,
                checkpoints,
                seed,
                from);
    }

    Plans validationSplit(double value) {
        return new Plans(
                cell,
                task,
                optimizer,
                loss,
                epochs,
                value,
                shuffle,
                earlyStopping,
                checkpoints,
                seed,
                from);
    }

    Plans shuffle(Shuffle value) {
        return new Plans(
                cell,
                task,
                optimizer,
                loss,
                epochs,
                validationSplit,
                value,
                earlyStopping,
                checkpoints,
                seed,
                from);
    }

    Plans earlyStopping(EarlyStopping value) {
        return new Plans(
                cell,
                task,
                optimizer,
                loss,
                epochs,
                validationSplit,
                shuffle,
                value,
                checkpoints,
                seed,
                from);
    }

    Plans checkpoints(CheckpointPolicy value) {
        return new Plans(
                cell,
                task,
                optimizer,
                loss,
                epochs,
                validationSplit,
                shuffle,
                earlyStopping,
                value,
                seed,
                from);
    }

    Plans seed(long value) {
        return new Plans(
                cell,
                task,
                optimizer,
                loss,
                epochs,
                validationSplit,
                shuffle,
                earlyStopping,
                checkpoints,
                value,
                from);
    }

    Plans from(ResumePoint value) {
        return new Plans(
                cell,
                task,
                optimizer,
                loss,
                epochs,
                validationSplit,
                shuffle,
                earlyStopping,
                checkpoints,
                seed,
                value);
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
