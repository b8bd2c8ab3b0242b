package dev.wavetrain.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.wavetrain.checkpoints.BaselineLosses;
import dev.wavetrain.experiments.DefinitionJson;
import dev.wavetrain.runs.Failure;
import dev.wavetrain.runs.Provenance;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunParent;
import dev.wavetrain.runs.RunProgress;
import dev.wavetrain.runs.RunState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A run as REST shows it. */
@Schema(name = "Run")
record RunJson(
        UUID id,
        String name,
        UUID project,
        UUID experimentId,
        int experimentVersion,
        @Schema(ref = Shape.DEFINITION) JsonNode definition,
        long seed,
        int priority,
        RunState state,
        @Schema(description = "Whether it was asked to pause and still trains.") boolean pausing,
        @Schema(description = "Epochs done.") int epoch,
        @Schema(description = "Epochs asked for.") int epochs,
        Metrics metrics,
        @Nullable Double epochsPerSecond,
        @Nullable Double etaSeconds,
        Instant queuedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String worker,
        @Schema(description = "How often a worker has begun it.") int attempt,
        @Schema(description = "The checkpoint whose weights it began with.")
                @Nullable Parent parent,
        @Schema(description = "What went wrong and what to try.") @Nullable String failure,
        Failure.@Nullable Reason failureReason,
        List<String> tags,
        String notes,
        @Schema(description = "The name of who queued it.") String owner,
        @Nullable Provenance provenance,
        @Schema(
                        description =
                                "What predicting without a net comes to, over the same samples. No"
                                        + " SEASONAL where the data shows no period; none before"
                                        + " the run was first prepared.")
                List<BaselineJson> baselines,
        @Schema(description = "Of the data, in points; null where it shows none.")
                @Nullable Integer period,
        @Schema(description = "What tells against its result.") List<WarningJson> warnings,
        @Schema(description = "Whether it is in the bin.") boolean deleted,
        @Schema(description = "The group that it was queued in, with other seeds.")
                @Nullable UUID group,
        @Schema(description = "Whether it is one of the caller's favourites.") boolean favourite) {

    /** Of the last epoch done, and the best so far. What is not finite is a text. */
    @Schema(name = "RunMetrics")
    record Metrics(
            @Nullable Double loss,
            @JsonProperty("val_loss") @Nullable Double valLoss,
            @JsonProperty("best_val_loss") @Nullable Double bestValLoss,
            @JsonProperty("best_epoch") @Nullable Integer bestEpoch) {

        static Metrics of(RunProgress progress) {
            return new Metrics(
                    progress.loss(),
                    progress.valLoss(),
                    progress.bestValLoss(),
                    progress.bestEpoch());
        }
    }

    /** A checkpoint of another run, which may have been replaced since. */
    @Schema(name = "RunParent")
    record Parent(UUID runId, UUID checkpointId, int epoch) {

        static @Nullable Parent of(@Nullable RunParent parent) {
            return parent == null
                    ? null
                    : new Parent(parent.run().value(), parent.checkpoint().value(), parent.epoch());
        }
    }

    /**
     * @param favourite whether it is one of whoever asks
     */
    static RunJson of(RunDetails run, boolean favourite) {
        RunProgress progress = run.progress();
        Failure failure = run.failure();
        BaselineLosses baselines = run.findings().baselines();
        return new RunJson(
                run.id().value(),
                run.name(),
                run.project().value(),
                run.experiment().value(),
                run.experimentVersion(),
                DefinitionJson.write(run.definition()),
                run.seed(),
                run.priority(),
                run.state(),
                run.pausing(),
                progress.epoch(),
                progress.epochs(),
                Metrics.of(progress),
                progress.epochsPerSecond(),
                seconds(progress.eta()),
                run.queuedAt(),
                run.startedAt(),
                run.finishedAt(),
                run.worker(),
                run.attempt(),
                Parent.of(run.parent()),
                failure == null ? null : failure.message(),
                failure == null ? null : failure.reason(),
                run.tags(),
                run.notes(),
                run.ownerName(),
                run.provenance(),
                BaselineJson.of(baselines),
                baselines == null ? null : baselines.period(),
                run.warnings().stream().map(WarningJson::of).toList(),
                run.binned(),
                run.group() == null ? null : run.group().value(),
                favourite);
    }

    static @Nullable Double seconds(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis() / 1000.0;
    }
}
