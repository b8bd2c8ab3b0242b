package dev.wavetrain.runs.ui;

import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.compare.EpochTimes;
import dev.wavetrain.shell.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * What curves are drawn along: from epochs to places on the axis.
 *
 * @param now what counts as the end of runs that have not ended
 * @param unit of time, in seconds
 */
record CompareScale(CompareAddress.Along along, Instant now, double unit) {

    private static final double MINUTE = 60;
    private static final double HOUR = 3_600;

    static CompareScale of(List<RunDetails> runs, CompareAddress.Along along, Instant now) {
        double longest = runs.stream().mapToDouble(run -> drawn(run, now)).max().orElse(0);
        double unit = longest < 3 * MINUTE ? 1 : longest < 3 * HOUR ? MINUTE : HOUR;
        return new CompareScale(along, now, unit);
    }

    /** The same axis later: its unit stays. */
    CompareScale at(Instant later) {
        return new CompareScale(along, later, unit);
    }

    String title(Texts texts) {
        return switch (along) {
            case EPOCH -> texts.get("run.loss.x");
            case SHARE -> texts.get("compare.x.SHARE");
            case TIME ->
                    texts.get(
                            unit == 1
                                    ? "compare.x.seconds"
                                    : unit == MINUTE ? "compare.x.minutes" : "compare.x.hours");
        };
    }

    /**
     * @param epochs [n]
     * @return [n], ascending as they are
     */
    double[] x(RunDetails run, EpochTimes times, double[] epochs) {
        if (along == CompareAddress.Along.TIME && times.isKnown()) {
            return Arrays.stream(times.at(epochs)).map(seconds -> seconds / unit).toArray();
        }
        double factor =
                switch (along) {
                    case EPOCH -> 1;
                    case SHARE -> 100.0 / Math.max(1, run.progress().epochs());
                    // Of such a run, only the start and the end are known.
                    case TIME -> seconds(run, now) / unit / Math.max(1, run.progress().epoch());
                };
        return Arrays.stream(epochs).map(epoch -> epoch * factor).toArray();
    }

    private static double drawn(RunDetails run, Instant now) {
        Double trained = run.progress().trained();
        return trained == null ? seconds(run, now) : trained;
    }

    private static double seconds(RunDetails run, Instant now) {
        if (run.startedAt() == null) {
            return 0;
        }
        Instant end = run.finishedAt() == null ? now : run.finishedAt();
        return Math.max(0, Duration.between(run.startedAt(), end).toMillis() / 1000.0);
    }
}
