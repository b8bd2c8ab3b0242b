package dev.wavetrain.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.wavetrain.checkpoints.BaselineLosses;
import dev.wavetrain.experiments.DefinitionJson;
import dev.wavetrain.runs.Failure;
import dev.wavetrain.runs.GroupComparison;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunGroup;
import dev.wavetrain.runs.RunProgress;
import dev.wavetrain.runs.RunState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a link shows, and nothing that would lead beyond it. */
sealed interface SharedJson {

    @JsonProperty
    LinkJson.Kind kind();

    /** A run, without its owner, experiment, project and machine. */
    @Schema(name = "SharedRun")
    record Run(
            LinkJson.Kind kind,
            @Schema(description = "When the link ends.") @Nullable Instant expiresAt,
            UUID id,
            String name,
            @Schema(ref = Shape.DEFINITION) JsonNode definition,
            long seed,
            RunState state,
            int epoch,
            int epochs,
            RunJson.Metrics metrics,
            @Nullable Double epochsPerSecond,
            @Nullable Double etaSeconds,
            Instant queuedAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            Failure.@Nullable Reason failureReason,
            List<String> tags,
            String notes,
            List<BaselineJson> baselines,
            @Nullable Integer period,
            List<WarningJson> warnings)
            implements SharedJson {

        static Run of(RunDetails run, @Nullable Instant until) {
            RunProgress progress = run.progress();
            Failure failure = run.failure();
            BaselineLosses baselines = run.findings().baselines();
            return new Run(
                    LinkJson.Kind.RUN,
                    until,
                    run.id().value(),
                    run.name(),
                    DefinitionJson.write(run.definition()),
                    run.seed(),
                    run.state(),
                    progress.epoch(),
                    progress.epochs(),
                    RunJson.Metrics.of(progress),
                    progress.epochsPerSecond(),
                    RunJson.seconds(progress.eta()),
                    run.queuedAt(),
                    run.startedAt(),
                    run.finishedAt(),
                    failure == null ? null : failure.reason(),
                    run.tags(),
                    run.notes(),
                    BaselineJson.of(baselines),
                    baselines == null ? null : baselines.period(),
                    run.warnings().stream().map(WarningJson::of).toList());
        }
    }

    /** A group; its runs have no ids here. */
    @Schema(name = "SharedGroup")
    record Group(
            LinkJson.Kind kind,
            @Schema(description = "When the link ends.") @Nullable Instant expiresAt,
            UUID id,
            String name,
            @Schema(description = "How many seeds were asked for.") int seeds,
            @Schema(description = "By seed.") List<Seed> runs,
            @Schema(description = "By metric, as of GroupWithSpread.")
                    Map<String, SpreadJson> spread)
            implements SharedJson {

        /** One of its runs. */
        @Schema(name = "SharedSeed")
        record Seed(long seed, RunState state, int epoch, int epochs, RunJson.Metrics metrics) {}

        static Group of(RunGroup group, @Nullable Instant until) {
            return new Group(
                    LinkJson.Kind.GROUP,
                    until,
                    group.details().id().value(),
                    group.details().name(),
                    group.details().seeds(),
                    group.runs().stream().map(Group::seed).toList(),
                    GroupSpreadJson.spread(group));
        }

        private static Seed seed(RunDetails run) {
            RunProgress progress = run.progress();
            return new Seed(
                    run.seed(),
                    run.state(),
                    progress.epoch(),
                    progress.epochs(),
                    RunJson.Metrics.of(progress));
        }
    }

    /** How two groups differ. */
    @Schema(name = "SharedComparison")
    record Comparison(
            LinkJson.Kind kind,
            @Schema(description = "When the link ends.") @Nullable Instant expiresAt,
            @Schema(description = "The name of the one.") String group,
            @Schema(description = "The name of the other.") String with,
            boolean sameTask,
            Map<String, GroupComparisonJson.Contrast> metrics)
            implements SharedJson {

        static Comparison of(GroupComparison comparison, @Nullable Instant until) {
            return new Comparison(
                    LinkJson.Kind.COMPARISON,
                    until,
                    comparison.first().name(),
                    comparison.second().name(),
                    comparison.sameTask(),
                    GroupComparisonJson.metrics(comparison));
        }
    }
}
