package dev.wavetrain.shell;

import java.time.Duration;
import java.time.Instant;

/** Durations as people say them. */
final class Durations {

    private static final Duration NOW = Duration.ofSeconds(5);

    private Durations() {}

    /** In the two largest units; below ten seconds with a decimal; below one in milliseconds. */
    static String exactly(Duration duration, Texts texts) {
        long seconds = duration.toSeconds();
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return texts.get("time.milliseconds", duration.toMillis());
        }
        if (seconds < 10) {
            return texts.get("time.seconds", duration.toMillis() / 100 / 10.0);
        }
        if (seconds < 60) {
            return texts.get("time.seconds", seconds);
        }
        if (seconds < 3600) {
            return pair(texts, "minutes", seconds / 60, "seconds", seconds % 60);
        }
        if (seconds < 86_400) {
            return pair(texts, "hours", seconds / 3600, "minutes", seconds % 3600 / 60);
        }
        return pair(texts, "days", seconds / 86_400, "hours", seconds % 86_400 / 3600);
    }

    private static String pair(Texts texts, String large, long many, String small, long few) {
        String first = texts.get("time." + large, many);
        return few == 0 ? first : first + " " + texts.get("time." + small, few);
    }

    /** What is left, in the largest unit that fits, rounded; seconds in steps of five. */
    static String left(Duration duration, Texts texts) {
        return duration.toSeconds() < 5
                ? texts.get("time.fewSecondsLeft")
                : texts.get("time.left", roughly(duration.toSeconds(), texts));
    }

    private static String roughly(long seconds, Texts texts) {
        if (seconds < 55) {
            return texts.get("time.seconds", Math.round(seconds / 5.0) * 5);
        }
        if (seconds < 55 * 60) {
            return texts.get("time.minutes", Math.max(1, Math.round(seconds / 60.0)));
        }
        if (seconds < 22 * 3600) {
            return texts.get("time.hours", Math.max(1, Math.round(seconds / 3600.0)));
        }
        return texts.get("time.days", Math.max(1, Math.round(seconds / 86_400.0)));
    }

    static String ago(Instant instant, Instant now, Texts texts) {
        Duration since = Duration.between(instant, now);
        if (since.compareTo(NOW) < 0) {
            return texts.get("time.now");
        }
        return texts.get("time.ago", largest(since.toSeconds(), texts));
    }

    private static String largest(long seconds, Texts texts) {
        if (seconds < 60) {
            return texts.get("time.seconds", seconds);
        }
        if (seconds < 3600) {
            return texts.get("time.minutes", seconds / 60);
        }
        if (seconds < 86_400) {
            return texts.get("time.hours", seconds / 3600);
        }
        return texts.get("time.days", seconds / 86_400);
    }
}
