package dev.wavetrain.sharing;

import dev.wavetrain.common.Act;
import dev.wavetrain.common.AuditAction;
import dev.wavetrain.common.AuditLog;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.MemberRole;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunQuery;
import dev.wavetrain.runs.RunService;
import dev.wavetrain.runs.RunState;
import dev.wavetrain.sharing.Bin.Kept;
import dev.wavetrain.sharing.internal.BinRows;
import dev.wavetrain.sharing.internal.BinRows.Table;
import dev.wavetrain.sharing.internal.MembershipEntity;
import dev.wavetrain.sharing.internal.MembershipRows;
import dev.wavetrain.sharing.internal.ProjectEntity;
import dev.wavetrain.sharing.internal.ProjectRows;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whole projects in the bin. Nobody sees one that is there, nor anything in it; its admins can take
 * it out again.
 */
@Service
public class ProjectBin {

    private static final String NOT_THERE = "The project is not in the bin.";

    private final ProjectRows projects;
    private final MembershipRows memberships;
    private final BinRows rows;
    private final Bin bin;
    private final RunService runs;
    private final AccessChanges changes;
    private final AuditLog audit;
    private final Clock clock;

    ProjectBin(
            ProjectRows projects,
            MembershipRows memberships,
            BinRows rows,
            Bin bin,
            RunService runs,
            AccessChanges changes,
            AuditLog audit,
            Clock clock) {
        this.projects = projects;
        this.memberships = memberships;
        this.rows = rows;
        this.bin = bin;
        this.runs = runs;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Puts a project into the bin; what trains in it is cancelled.
     *
     * @throws Conflict where it is a personal one
     * @throws dev.wavetrain.common.Forbidden where the caller is no admin
     */
    @Transactional
    public void delete(Caller caller, ProjectId id) {
        caller.mustAdminister(id);
        ProjectEntity project = projects.lock(id.value()).orElseThrow();
        if (project.personal()) {
            throw new Conflict("A personal project stays as long as its account.");
        }
        cancelAll(caller, id);
        project.bin(clock.instant());
        audit.note(
                Act.by(caller, AuditAction.PROJECT_DELETED)
                        .to(Act.Kind.PROJECT, project.id(), project.name())
                        .in(id));
        changes.of(members(id));
    }

    private void cancelAll(Caller caller, ProjectId project) {
        for (RunState state : RunState.values()) {
            if (!state.isFinal()) {
                RunQuery query =
                        new RunQuery("state:" + state, "", 0, RunQuery.MOST_ITEMS, false, project);
                List<RunDetails> some = cancellable(caller, query);
                while (!some.isEmpty()) {
                    some.forEach(run -> runs.cancel(caller, run.id()));
                    some = cancellable(caller, query);
                }
            }
        }
    }

    private List<RunDetails> cancellable(Caller caller, RunQuery query) {
        return runs.list(caller, query).items().stream().filter(RunDetails::canCancel).toList();
    }

    /** Those that the caller administered, the last deleted first. */
    @Transactional(readOnly = true)
    public List<Kept> list(Caller caller) {
        List<UUID> administered =
                memberships.findByAccountId(caller.user().value()).stream()
                        .filter(row -> row.role() == MemberRole.ADMIN)
                        .map(MembershipEntity::projectId)
                        .toList();
        return rows.list(Table.PROJECT, administered, Bin.MOST_LISTED).stream()
                .map(one -> bin.kept(Table.PROJECT, one))
                .toList();
    }

    /**
     * Takes a project out of the bin, as it was; what was cancelled stays so.
     *
     * @throws Conflict where it is not there
     * @throws dev.wavetrain.common.NotFound where the caller was no admin of it
     */
    @Transactional
    public void restore(Caller caller, ProjectId id) {
        BinRows.Binned project = mine(caller, id);
        if (!rows.restoreProject(id.value())) {
            throw new Conflict(NOT_THERE);
        }
        audit.note(
                Act.by(caller, AuditAction.PROJECT_RESTORED)
                        .to(Act.Kind.PROJECT, project.id(), project.name())
                        .in(id));
        changes.of(members(id));
    }

    /**
     * Deletes a project in the bin for good, with all that is in it.
     *
     * @throws Conflict where it is not there, or a run in it has not stopped yet
     * @throws dev.wavetrain.common.NotFound where the caller was no admin of it
     */
    public void purge(Caller caller, ProjectId id) {
        var _ = mine(caller, id);
        bin.purge(
                Table.PROJECT,
                id.value(),
                caller,
                () -> new Conflict("The project is not in the bin, or a run has not stopped yet."));
    }

    private BinRows.Binned mine(Caller caller, ProjectId id) {
        boolean administered =
                memberships
                        .findByProjectIdAndAccountId(id.value(), caller.user().value())
                        .filter(row -> row.role() == MemberRole.ADMIN)
                        .isPresent();
        if (!administered) {
            caller.mustAdminister(id);
        }
        return rows.find(Table.PROJECT, id.value()).orElseThrow(() -> new Conflict(NOT_THERE));
    }

    private List<UUID> members(ProjectId project) {
        return memberships.findByProjectId(project.value()).stream()
                .map(MembershipEntity::accountId)
                .toList();
    }
}
