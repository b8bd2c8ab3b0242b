package dev.wavetrain.api;

import dev.wavetrain.runs.RunState;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How much of a run a listener has been told: the id of each event, so that a listener that comes
 * back gets what it missed and nothing twice.
 *
 * @param epoch the last epoch told; 0 before the first
 * @param checkpointEpoch the epoch of the last checkpoint told; 0 before the first
 * @param state the last state told; null before the first
 */
record StreamPosition(int epoch, int checkpointEpoch, @Nullable RunState state) {

    static final StreamPosition START = new StreamPosition(0, 0, null);

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})-(\\d{1,9})-([A-Z_]{1,20})?");

    /**
     * Reads an event's id. One that is not ours starts over: events repeat rather than get lost.
     */
    static StreamPosition parse(@Nullable String id) {
        Matcher form = FORM.matcher(id == null ? "" : id);
        if (!form.matches()) {
            return START;
        }
        return new StreamPosition(
                Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)), state(form));
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
        return new StreamPosition(told, checkpointEpoch, state);
    }

    StreamPosition atCheckpoint(int told) {
        return new StreamPosition(epoch, told, state);
    }

    StreamPosition at(RunState told) {
        return new StreamPosition(epoch, checkpointEpoch, told);
    }

    @Override
    public String toString() {
        return epoch + "-" + checkpointEpoch + "-" + (state == null ? "" : state.name());
    }
}
