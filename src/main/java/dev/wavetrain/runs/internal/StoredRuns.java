package dev.wavetrain.runs.internal;

import dev.wavetrain.checkpoints.CheckpointStore;
import dev.wavetrain.common.Act;
import dev.wavetrain.common.AuditAction;
import dev.wavetrain.common.AuditLog;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.common.Page;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.Annotations;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunFeed;
import dev.wavetrain.runs.RunQuery;
import dev.wavetrain.runs.RunQueue;
import dev.wavetrain.runs.RunRequest;
import dev.wavetrain.runs.RunService;
import dev.wavetrain.runs.StopReason;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Runs as their users handle them, in the database. */
@Service
class StoredRuns implements RunService {

    private final VisibleRuns runs;
    private final RunSearch search;
    private final Queueing queueing;
    private final RunQueue queue;
    private final CheckpointStore checkpoints;
    private final WishesAcross wishes;
    private final RunFeed feed;
    private final RunMapper mapper;
    private final Clock clock;
    private final AuditLog audit;
    private final RunEndings endings;

    StoredRuns(
            VisibleRuns runs,
            RunSearch search,
            Queueing queueing,
            RunQueue queue,
            CheckpointStore checkpoints,
            WishesAcross wishes,
            RunFeed feed,
            RunMapper mapper,
            Clock clock,
            AuditLog audit,
            RunEndings endings) {
        this.runs = runs;
        this.search = search;
        this.queueing = queueing;
        this.queue = queue;
        this.checkpoints = checkpoints;
        this.wishes = wishes;
        this.feed = feed;
        this.mapper = mapper;
        this.clock = clock;
        this.audit = audit;
        this.endings = endings;
    }

    @Override
    public RunDetails queue(Caller caller, ExperimentId experiment, RunRequest request) {
        return queueing.queue(caller, experiment, request);
    }

    @Override
    @Transactional(readOnly = true)
    public RunDetails find(Caller caller, RunId id) {
        return mapper.details(caller, runs.find(caller, id));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<RunId, RunDetails> findAll(Caller caller, Collection<RunId> ids) {
        return runs.findAll(caller, ids).stream()
                .map(run -> mapper.details(caller, run))
                .collect(Collectors.toMap(RunDetails::id, run -> run));
    }

    @Override
    @Transactional(readOnly = true)
    public Page<RunDetails> list(Caller caller, RunQuery query) {
        return search.list(caller, query);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<RunDetails> glance(Caller caller, RunQuery query) {
        return search.glance(caller, query);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean any(Caller caller, RunQuery query) {
        return search.any(caller, query);
    }

    @Override
    @Transactional
    public RunDetails annotate(
            Caller caller,
            RunId id,
            @Nullable String name,
            @Nullable String notes,
            @Nullable List<String> tags) {
        RunEntity run = runs.lockToChange(caller, id);
        run.annotate(
                name == null ? null : Annotations.name(name),
                notes == null ? null : Annotations.notes(notes),
                tags == null ? null : TagText.of(Annotations.tags(tags)));
        return changed(run);
    }

    @Override
    @Transactional
    public RunDetails cancel(Caller caller, RunId id) {
        RunEntity run = runs.lockToChange(caller, id);
        cancel(id, run);
        return changed(run);
    }

    @Override
    @Transactional
    public RunDetails pause(Caller caller, RunId id) {
        RunEntity run = runs.lockToChange(caller, id);
        aside(id, run.pause(clock.instant()), StopReason.PAUSE);
        return changed(run);
    }

    @Override
    @Transactional
    public RunDetails resume(Caller caller, RunId id) {
        RunEntity run = runs.lockToChange(caller, id);
        run.resume();
        queue.enqueue(id, run.origin().priority(), run.queuedAt());
        return changed(run);
    }

    @Override
    @Transactional
    public RunDetails bin(Caller caller, RunId id) {
        RunEntity run = runs.lockToDelete(caller, id);
        if (!run.state().isFinal()) {
            cancel(id, run);
        }
        if (!run.binned()) {
            run.bin(clock.instant());
            audit.note(act(caller, AuditAction.RUN_DELETED, run));
        }
        return changed(run);
    }

    @Override
    @Transactional
    public RunDetails restore(Caller caller, RunId id) {
        RunEntity run = runs.lockToDelete(caller, id);
        if (run.binned()) {
            run.restore();
            audit.note(act(caller, AuditAction.RUN_RESTORED, run));
        }
        return changed(run);
    }

    private static Act act(Caller caller, AuditAction action, RunEntity run) {
        return Act.by(caller, action)
                .to(Act.Kind.RUN, run.id(), run.name())
                .in(new ProjectId(run.origin().project()));
    }

    private void cancel(RunId id, RunEntity run) {
        boolean ended = run.cancel(clock.instant());
        aside(id, ended, StopReason.CANCEL);
        if (ended) {
            checkpoints.deleteResumePoint(id);
            endings.tell(run);
        }
    }

    private void aside(RunId id, boolean atOnce, StopReason why) {
        if (atOnce) {
            queue.remove(id);
        } else {
            AfterCommit.run(() -> wishes.tell(id, why));
        }
    }

    private RunDetails changed(RunEntity run) {
        var event = mapper.event(run);
        AfterCommit.run(() -> feed.publish(event));
        return mapper.details(run);
    }
}
