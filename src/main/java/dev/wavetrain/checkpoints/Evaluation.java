package dev.wavetrain.checkpoints;

import java.util.List;

/**
 * A forecast beside the truth, in the data's own units. Errors are over all points together whose
 * truth is known; NaN where none is.
 *
 * @param segments of an encoder-decoder's {@link EvaluationRequest.TeacherForced} perhaps not every
 *     window, though every window counts in the errors
 * @param baselines over the same points
 */
public record Evaluation(
        List<Segment> segments, double mse, double mae, double rmse, List<Baseline> baselines) {

    public Evaluation {
        segments = List.copyOf(segments);
        baselines = List.copyOf(baselines);
    }
}
