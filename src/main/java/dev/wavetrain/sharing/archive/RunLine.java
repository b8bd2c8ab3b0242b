package dev.wavetrain.sharing.archive;

import dev.wavetrain.experiments.Definition;
import dev.wavetrain.experiments.DefinitionWarning;
import dev.wavetrain.runs.Annotations;
import dev.wavetrain.runs.Failure;
import dev.wavetrain.runs.Provenance;
import dev.wavetrain.runs.RunState;
import dev.wavetrain.sharing.archive.ImportRows.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a run's line says of itself; one that had not ended is cancelled, as nobody trains it. */
final class RunLine {

    private static final int LAST_EPOCH = Integer.MAX_VALUE;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RunLine() {}

    static Row row(Line line, Definition definition, NewIds ids, Instant now) {
        RunState state = line.choice("state", RunState.class);
        if (state == null) {
            return line.wrong("state");
        }
        int epochs = definition.training().epochs();
        int epoch = line.number("epoch", 0, epochs);
        int asked = line.number("epochs", 0, LAST_EPOCH);
        // Of weights that came as a file no epoch was asked for.
        if (asked != epochs && (asked != 0 || epoch != 0 || state != RunState.COMPLETED)) {
            line.wrong("epochs");
        }
        Row row = new Row();
        row.with("name", line.line("name", Annotations.LONGEST_NAME))
                .with("notes", line.text("notes", Annotations.LONGEST_NOTES))
                .with("tags", tags(line))
                .with("seed", line.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE))
                .with("priority", line.number("priority", -100, 100))
                .with("state", (state.isFinal() ? state : RunState.CANCELLED).name())
                .with("cancel_requested", false)
                .with("attempt", 0)
                .with("fruitless", 0)
                .with("begun_epoch", 0)
                .with("worker", line.textOrNull("worker", 200))
                .with("epoch", epoch)
                .with("epochs", asked)
                .with("loss", line.real("loss"))
                .with("val_loss", line.real("val_loss"))
                .with("best", line.real("best"))
                .with("best_epoch", line.numberOrNull("best_epoch", 1, epoch))
                .with("epochs_per_second", line.real("epochs_per_second"))
                .with("checkpoint_epoch", line.number("checkpoint_epoch", 0, epoch))
                .with("queued_at", line.time("queued_at"))
                .with("started_at", line.timeOrNull("started_at"))
                .with(
                        "finished_at",
                        Objects.requireNonNullElse(line.timeOrNull("finished_at"), now));
        failure(line, row);
        findings(line, row);
        parent(line, row, ids);
        return row;
    }

    private static String tags(Line line) {
        String text = line.text("tags", 1_200);
        List<String> tags = Arrays.stream(text.split("\n")).filter(tag -> !tag.isEmpty()).toList();
        line.held(
                "tags",
                () -> {
                    var _ = Annotations.tags(tags);
                });
        return tags.isEmpty() ? "" : "\n" + String.join("\n", tags) + "\n";
    }

    private static void failure(Line line, Row row) {
        Failure.Reason reason = line.choice("failure_reason", Failure.Reason.class);
        row.with("failure_reason", reason == null ? null : reason.name())
                .with("failure_detail", line.textOrNull("failure_detail", Failure.LONGEST_DETAIL));
    }

    private static void findings(Line line, Row row) {
        row.with("provenance", typed(line, "provenance", 4_000, Provenance.class))
                .with("warnings", typed(line, "warnings", 2_000, DefinitionWarning[].class))
                .with("period", line.numberOrNull("period", 1, LAST_EPOCH));
        for (String loss :
                List.of(
                        "zero_loss",
                        "zero_val_loss",
                        "last_value_loss",
                        "last_value_val_loss",
                        "seasonal_loss",
                        "seasonal_val_loss",
                        "still_falling")) {
            row.with(loss, line.real(loss));
        }
    }

    /** A text of JSON that will be read as a record: it is now, once. */
    private static @Nullable String typed(Line line, String field, int longest, Class<?> type) {
        String text = line.textOrNull(field, longest);
        if (text == null) {
            return null;
        }
        try {
            String read =
                    JSON.writeValueAsString(Objects.requireNonNull(JSON.readValue(text, type)));
            return read.length() <= longest && Line.whole(read) ? read : line.wrong(field);
        } catch (JacksonException | NullPointerException | IllegalArgumentException refused) {
            return line.wrong(field);
        }
    }

    /** Where its weights come from, also where that was not in the archive. */
    private static void parent(Line line, Row row, NewIds ids) {
        UUID run = line.idOrNull("parent_run_id");
        UUID checkpoint = line.idOrNull("parent_checkpoint_id");
        Integer epoch = line.numberOrNull("parent_epoch", 0, LAST_EPOCH);
        boolean none = run == null && checkpoint == null && epoch == null;
        if (run == null || checkpoint == null || epoch == null) {
            if (!none) {
                line.wrong("parent_run_id");
            }
            return;
        }
        row.with("parent_run_id", ids.of(run))
                .with("parent_checkpoint_id", ids.of(checkpoint))
                .with("parent_epoch", epoch);
    }
}
