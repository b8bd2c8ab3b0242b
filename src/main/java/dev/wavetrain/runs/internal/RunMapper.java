package dev.wavetrain.runs.internal;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.common.GroupId;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.common.UserId;
import dev.wavetrain.experiments.Definition;
import dev.wavetrain.experiments.DefinitionJson;
import dev.wavetrain.experiments.DefinitionWarning;
import dev.wavetrain.runs.Provenance;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunEvent;
import dev.wavetrain.runs.RunFindings;
import dev.wavetrain.runs.RunParent;
import dev.wavetrain.runs.RunProgress;
import dev.wavetrain.runs.RunState;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** From rows to what others see. */
@Component
class RunMapper {

    private static final int DEFINITIONS = 256;

    private final JsonMapper json = JsonMapper.builder().build();

    /** Pages ask for the same run several times a second, and a list's runs share a few. */
    private final ConcurrentLruCache<String, Definition> definitions =
            new ConcurrentLruCache<>(DEFINITIONS, text -> DefinitionJson.read(json.readTree(text)));

    /** As much of it as the caller may know. */
    RunDetails details(Caller caller, RunEntity run) {
        RunDetails all = details(run);
        return caller.sees(all.project()) ? all : all.forVisitors();
    }

    RunDetails details(RunEntity run) {
        RunOrigin origin = run.origin();
        return new RunDetails(
                new RunId(run.id()),
                new ProjectId(origin.project()),
                run.name(),
                new ExperimentId(origin.experiment()),
                origin.version(),
                definition(run),
                origin.seed(),
                origin.priority(),
                new UserId(origin.owner()),
                origin.ownerName(),
                run.state(),
                run.wishes().cancel(),
                run.wishes().pause(),
                progress(run),
                run.queuedAt(),
                run.startedAt(),
                run.finishedAt(),
                run.worker(),
                run.attempt(),
                parent(run),
                run.failure(),
                run.tags(),
                run.notes(),
                provenance(run),
                findings(run),
                run.binned(),
                origin.group() == null ? null : new GroupId(origin.group()));
    }

    private static @Nullable RunParent parent(RunEntity run) {
        Parent parent = run.parent();
        return parent == null
                ? null
                : new RunParent(
                        new RunId(parent.run()),
                        new CheckpointId(parent.checkpoint()),
                        parent.epoch());
    }

    RunEvent event(RunEntity run) {
        return new RunEvent(
                new RunId(run.id()),
                new ProjectId(run.origin().project()),
                run.state(),
                run.progress().epoch(),
                run.progress().checkpointEpoch());
    }

    Definition definition(RunEntity run) {
        return definitions.get(run.origin().definition());
    }

    String text(Definition definition) {
        return json.writeValueAsString(DefinitionJson.write(definition));
    }

    String text(Provenance provenance) {
        return json.writeValueAsString(provenance);
    }

    private @Nullable Provenance provenance(RunEntity run) {
        return run.provenance() == null ? null : json.readValue(run.provenance(), Provenance.class);
    }

    String text(List<DefinitionWarning> warnings) {
        return json.writeValueAsString(warnings);
    }

    private RunFindings findings(RunEntity run) {
        Findings found = run.findings();
        if (found == null || found.warnings() == null) {
            return RunFindings.NONE;
        }
        return new RunFindings(
                found.baselines(),
                json.readValue(found.warnings(), new TypeReference<List<DefinitionWarning>>() {}),
                found.stillFalling());
    }

    private static RunProgress progress(RunEntity run) {
        Progress progress = run.progress();
        return new RunProgress(
                progress.epoch(),
                progress.epochs(),
                progress.loss(),
                progress.valLoss(),
                progress.best(),
                progress.bestEpoch(),
                progress.epochsPerSecond(),
                progress.trainedSeconds(),
                eta(run.state(), progress));
    }

    private static @Nullable Duration eta(RunState state, Progress progress) {
        Double rate = progress.epochsPerSecond();
        if (state != RunState.RUNNING || rate == null || rate <= 0) {
            return null;
        }
        double seconds = (progress.epochs() - progress.epoch()) / rate;
        return Duration.ofMillis((long) (seconds * 1_000));
    }
}
