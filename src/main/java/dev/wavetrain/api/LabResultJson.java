package dev.wavetrain.api;

import dev.wavetrain.lab.KeptResult;
import dev.wavetrain.lab.LabQuestion;
import dev.wavetrain.lab.Sweep;
import dev.wavetrain.sequence.Variation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A result of the lab that somebody kept. */
@Schema(name = "LabResult")
record LabResultJson(
        UUID id,
        String name,
        Question question,
        @Schema(description = "What each checkpoint came to.") List<Entry> entries,
        @Schema(description = "The name of whoever kept it.") String author,
        Instant createdAt) {

    /** What was asked. */
    @Schema(name = "LabQuestion")
    record Question(
            LabQuestion.Mode mode,
            @Schema(description = "Null for the last whole window.") @Nullable Integer start,
            int steps,
            List<Integer> starts,
            @Schema(type = "object", description = "Null for each model's own.")
                    @Nullable JsonNode data,
            Variation variation,
            @Nullable Sweep sweep) {

        static Question of(LabQuestion asked) {
            return new Question(
                    asked.mode(),
                    asked.start(),
                    asked.steps(),
                    asked.starts(),
                    asked.data(),
                    asked.variation(),
                    asked.sweep());
        }
    }

    /** One checkpoint's errors; null for a sweep, and where no truth was known. */
    @Schema(name = "LabEntry")
    record Entry(
            UUID checkpoint,
            @Schema(description = "Whether the checkpoint is still kept.") boolean there,
            UUID run,
            String runName,
            int epoch,
            @Nullable Double mse,
            @Nullable Double mae,
            @Nullable Double rmse) {

        static Entry of(KeptResult.Entry entry) {
            return new Entry(
                    entry.checkpoint().value(),
                    entry.there(),
                    entry.run().value(),
                    entry.runName(),
                    entry.epoch(),
                    entry.mse(),
                    entry.mae(),
                    entry.rmse());
        }
    }

    static LabResultJson of(KeptResult kept) {
        return new LabResultJson(
                kept.id(),
                kept.name(),
                Question.of(kept.question()),
                kept.entries().stream().map(Entry::of).toList(),
                kept.authorName(),
                kept.createdAt());
    }
}
