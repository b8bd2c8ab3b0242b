package dev.wavetrain.runs.ui;

import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunProgress;
import dev.wavetrain.runs.RunState;
import dev.wavetrain.shell.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run in a reader's words. */
final class RunWords {

    private final Texts texts;

    RunWords(Texts texts) {
        this.texts = texts;
    }

    /** For the browser's tab: how far it is while it trains, how it ended after. */
    String title(RunDetails run) {
        String name = run.name() + " · Wavetrain";
        return switch (run.state()) {
            case RUNNING -> (int) Math.floor(run.progress().fraction() * 100) + "% · " + name;
            case COMPLETED, STOPPED_EARLY -> "✓ " + name;
            case DIVERGED, FAILED -> "✗ " + name;
            case QUEUED, PAUSED, CANCELLED -> texts.nameOf("state", run.state()) + " · " + name;
        };
    }

    /** "120 / 500". */
    String epochs(RunProgress progress) {
        return progress.isUploaded()
                ? texts.get("run.uploaded")
                : texts.count(progress.epoch()) + " / " + texts.count(progress.epochs());
    }

    /** Rate, time left or taken, worker: what is known of them. */
    String pace(RunDetails run) {
        List<String> parts = speeds(run);
        if (run.worker() != null && !waits(run)) {
            parts.add(texts.get("run.worker", run.worker()));
        }
        return String.join(" · ", parts);
    }

    /** Nobody trains it now, and somebody else may next. */
    private static boolean waits(RunDetails run) {
        return run.state() == RunState.QUEUED || run.state() == RunState.PAUSED;
    }

    /** Rate, time left or taken: what is known of them. */
    String speed(RunDetails run) {
        return String.join(" · ", speeds(run));
    }

    private List<String> speeds(RunDetails run) {
        List<String> parts = new ArrayList<>();
        Double rate = run.progress().epochsPerSecond();
        if (rate != null) {
            parts.add(texts.rate(rate));
        }
        Duration eta = run.progress().eta();
        if (run.state() == RunState.RUNNING && eta != null) {
            parts.add(texts.remaining(eta));
        }
        if (run.state().isFinal() && run.startedAt() != null && run.finishedAt() != null) {
            Duration took = Duration.between(run.startedAt(), run.finishedAt());
            parts.add(texts.get("run.took", texts.duration(took)));
        }
        return parts;
    }

    /** A loss, or a dash where there is none. */
    String loss(@Nullable Double loss) {
        return loss == null ? "–" : texts.number(loss);
    }

    /** An error, or a dash where no truth is known to compare with. */
    String error(double error) {
        return loss(Double.isNaN(error) ? null : error);
    }

    /** What stands in the way or happened, and what can be done; null where all is well. */
    @Nullable Notice notice(RunDetails run) {
        if (run.cancelling() && !run.state().isFinal()) {
            return new Notice("neutral", texts.get("run.cancelling.title"), "");
        }
        if (run.pausing()) {
            return new Notice(
                    "neutral", texts.get("run.pausing.title"), texts.get("run.pausing.text"));
        }
        return switch (run.state()) {
            case DIVERGED, FAILED -> failed(run);
            case PAUSED ->
                    new Notice(
                            "waiting",
                            texts.get("run.paused.title", run.progress().epoch()),
                            texts.get("run.paused.text"));
            case CANCELLED ->
                    new Notice(
                            "neutral",
                            texts.get("run.cancelled.title", run.progress().epoch()),
                            texts.get("run.cancelled.text"));
            case STOPPED_EARLY ->
                    new Notice(
                            "good",
                            texts.get("run.stoppedEarly.title", run.progress().epoch()),
                            texts.get(
                                    "run.stoppedEarly.text",
                                    run.progress().bestEpoch() == null
                                            ? 0
                                            : run.progress().bestEpoch()));
            case QUEUED, RUNNING, COMPLETED -> null;
        };
    }

    private Notice failed(RunDetails run) {
        boolean diverged = run.state() == RunState.DIVERGED;
        String text =
                run.failure() == null
                        ? texts.get("run.failed.unknown")
                        : texts.get(
                                "failure." + run.failure().reason().name(), run.failure().detail());
        return new Notice(
                "bad",
                texts.get(
                        diverged ? "run.diverged.title" : "run.failed.title",
                        run.progress().epoch()),
                text);
    }

    Notice binned() {
        return new Notice("neutral", texts.get("run.binned.title"), texts.get("run.binned.text"));
    }

    /** A banner. */
    record Notice(String tone, String title, String text) {}
}
