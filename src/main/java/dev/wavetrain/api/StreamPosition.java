package dev.wavetrain.api;

import dev.wavetrain.checkpoints.CheckpointDetails;
import dev.wavetrain.runs.RunState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How much of a run a listener has been told: the id of each event, so that a listener that comes
 * back gets what it missed and nothing twice.
 *
 * @param epoch the last epoch told; 0 before the first
 * @param checkpointMicros when the last checkpoint told was stored, in microseconds since 1970; 0
 *     before the first. Not its epoch: best weights may be stored after those of later epochs
 * @param state the last state told; null before the first
 */
record StreamPosition(int epoch, long checkpointMicros, @Nullable RunState state) {

    static final StreamPosition START = new StreamPosition(0, 0, null);

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})-(\\d{1,18})-([A-Z_]{1,20})?");

    /**
     * Reads an event's id. One that is not ours starts over: events repeat rather than get lost.
     */
    static StreamPosition parse(@Nullable String id) {
        Matcher form = FORM.matcher(id == null ? "" : id);
        if (!form.matches()) {
            return START;
        }
        return new StreamPosition(
                Integer.parseInt(form.group(1)), Long.parseLong(form.group(2)), state(form));
    }

    private static @Nullable RunState state(Matcher form) {
        for (RunState state : RunState.values()) {
            if (state.name().equals(form.group(3))) {
                return state;
            }
        }
        return null;
    }

    StreamPosition atEpoch(int told) {
        return new StreamPosition(told, checkpointMicros, state);
    }

    StreamPosition atCheckpoint(CheckpointDetails told) {
        return new StreamPosition(epoch, micros(told), state);
    }

    /** Those not told yet, in the order they were stored. */
    List<CheckpointDetails> untold(List<CheckpointDetails> checkpoints) {
        return checkpoints.stream()
                .filter(checkpoint -> micros(checkpoint) > checkpointMicros)
                .sorted(Comparator.comparing(CheckpointDetails::createdAt))
                .toList();
    }

    private static long micros(CheckpointDetails checkpoint) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, checkpoint.createdAt());
    }

    StreamPosition at(RunState told) {
        return new StreamPosition(epoch, checkpointMicros, told);
    }

    @Override
    public String toString() {
        return epoch + "-" + checkpointMicros + "-" + (state == null ? "" : state.name());
    }
}
