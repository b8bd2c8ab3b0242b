package dev.wavetrain.runs.internal;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RunId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Runs, but only those a caller may see. */
@Component
class VisibleRuns {

    private final RunRows rows;

    VisibleRuns(RunRows rows) {
        this.rows = rows;
    }

    Optional<RunEntity> findVisible(Caller caller, RunId id) {
        return rows.findById(id.value()).filter(run -> sees(caller, run));
    }

    RunEntity find(Caller caller, RunId id) {
        return findVisible(caller, id).orElseThrow(() -> new NotFound("run", id));
    }

    /** As {@link #find}, but not for those who only have a link to it. */
    RunEntity findAsMember(Caller caller, RunId id) {
        return rows.findById(id.value())
                .filter(run -> caller.sees(project(run)))
                .orElseThrow(() -> new NotFound("run", id));
    }

    List<RunEntity> findAll(Caller caller, Collection<RunId> ids) {
        return rows.findByIdIn(ids.stream().map(RunId::value).toList()).stream()
                .filter(run -> sees(caller, run))
                .toList();
    }

    /** Those of them that the caller sees; without reading all that they are. */
    List<UUID> visible(Caller caller, Collection<RunId> ids) {
        return standings(caller, ids).map(Standing::run).toList();
    }

    /** The last epoch stored of each that the caller sees; 0 before the first. */
    Map<UUID, Integer> lastEpochs(Caller caller, Collection<RunId> ids) {
        return standings(caller, ids).collect(Collectors.toMap(Standing::run, Standing::epoch));
    }

    private Stream<Standing> standings(Caller caller, Collection<RunId> ids) {
        return rows.standingsOf(ids.stream().map(RunId::value).toList()).stream()
                .filter(run -> caller.sees(new ProjectId(run.project()), new RunId(run.run())));
    }

    /** The last epoch stored of a run; 0 before the first. */
    int lastEpoch(Caller caller, RunId id) {
        return standings(caller, List.of(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("run", id))
                .epoch();
    }

    /** With its row locked until the transaction ends, to be changed by an editor. */
    RunEntity lockToChange(Caller caller, RunId id) {
        RunEntity run = lock(caller, id);
        caller.mustChange(project(run));
        return run;
    }

    /** As above, for what only admins may do. */
    RunEntity lockToDelete(Caller caller, RunId id) {
        RunEntity run = lock(caller, id);
        caller.mustAdminister(project(run));
        return run;
    }

    private RunEntity lock(Caller caller, RunId id) {
        return rows.lock(id.value())
                .filter(run -> caller.sees(project(run)))
                .orElseThrow(() -> new NotFound("run", id));
    }

    private static boolean sees(Caller caller, RunEntity run) {
        return caller.sees(project(run), new RunId(run.id()));
    }

    private static ProjectId project(RunEntity run) {
        return new ProjectId(run.origin().project());
    }
}
