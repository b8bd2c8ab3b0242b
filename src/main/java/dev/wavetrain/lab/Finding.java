package dev.wavetrain.lab;

import dev.wavetrain.checkpoints.Evaluation;
import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.sequence.Task;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one checkpoint came to.
 *
 * @param forecast null for a sweep
 * @param curve of a sweep, by ascending place in it; else empty
 */
public record Finding(
        CheckpointId checkpoint,
        RunId run,
        String runName,
        Task task,
        int epoch,
        @Nullable Evaluation forecast,
        List<SweepPoint> curve) {

    public Finding {
        curve = List.copyOf(curve);
    }

    public static Finding of(Subject subject, Evaluation forecast) {
        return of(subject, forecast, List.of());
    }

    public static Finding of(Subject subject, List<SweepPoint> curve) {
        return of(subject, null, curve);
    }

    private static Finding of(
            Subject subject, @Nullable Evaluation forecast, List<SweepPoint> curve) {
        return new Finding(
                subject.checkpoint().id(),
                subject.run().id(),
                subject.run().name(),
                subject.run().definition().sequence().task(),
                subject.checkpoint().epoch(),
                forecast,
                curve);
    }
}
