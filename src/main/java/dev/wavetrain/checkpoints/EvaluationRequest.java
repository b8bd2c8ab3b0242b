package dev.wavetrain.checkpoints;

import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Rule;
import dev.wavetrain.common.Rules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a saved net is to be tried on. Indices count samples from 0 along the series. */
public sealed interface EvaluationRequest {

    int MOST_STEPS = 10_000;
    int MOST_STARTS = 1_000;

    /**
     * The net goes on from a true window by itself, each prediction fed back.
     *
     * @param start the window's first sample; null for the last whole window of the data
     */
    record FreeRun(@Nullable Integer start, int steps) implements EvaluationRequest {
        public FreeRun {
            new Rules()
                    .that(start == null || start >= 0, "start", Rule.AT_LEAST, 0)
                    .between("steps", steps, 1, MOST_STEPS)
                    .check();
        }
    }

    /**
     * An encoder reads a true window, its decoder starts from 0 and is fed its own output.
     *
     * @param starts the first samples of the windows
     */
    record Decode(List<Integer> starts) implements EvaluationRequest {
        public Decode {
            starts = List.copyOf(starts);
            List<FieldError> errors = new ArrayList<>();
            if (starts.isEmpty()) {
                errors.add(new FieldError("starts", Rule.REQUIRED));
            }
            if (starts.size() > MOST_STARTS) {
                errors.add(
                        new FieldError(
                                "starts", Rule.TOO_LARGE, starts.size() + " windows", MOST_STARTS));
            }
            for (int i = 0; i < starts.size(); i++) {
                if (starts.get(i) < 0) {
                    errors.add(new FieldError("starts[" + i + "]", Rule.AT_LEAST, 0));
                }
            }
            if (!errors.isEmpty()) {
                throw new InvalidValue(errors);
            }
        }
    }

    /**
     * Every window of the data, with true inputs. Of a net that predicts a window one step on, its
     * last output counts.
     */
    record TeacherForced() implements EvaluationRequest {}
}
