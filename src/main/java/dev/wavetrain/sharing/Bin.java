package dev.wavetrain.sharing;

import dev.wavetrain.common.Act;
import dev.wavetrain.common.AuditAction;
import dev.wavetrain.common.AuditLog;
import dev.wavetrain.common.BinSettings;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.DatasetId;
import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.data.Datasets;
import dev.wavetrain.experiments.ExperimentService;
import dev.wavetrain.runs.RunService;
import dev.wavetrain.sharing.internal.BinRows;
import dev.wavetrain.sharing.internal.BinRows.Binned;
import dev.wavetrain.sharing.internal.BinRows.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What was deleted, and how it goes for good: after its time by itself, or when an admin says so.
 * Putting things there and taking them out is for the services of runs, experiments and projects.
 */
@Service
public class Bin {

    /** Listed at most, of runs, of experiments and of data sets each. */
    public static final int MOST_LISTED = 200;

    private static final int MARKED_AT_ONCE = 100;

    /** Somebody deleted something for good: its rows can go. */
    record Emptied() {}

    /**
     * Something in the bin.
     *
     * @param keptUntil when it will be gone
     */
    public record Kept(
            Act.Kind kind,
            UUID id,
            String name,
            ProjectId project,
            String projectName,
            Instant deletedAt,
            Instant keptUntil) {}

    private final BinRows rows;
    private final RunService runs;
    private final ExperimentService experiments;
    private final Datasets datasets;
    private final BinSettings settings;
    private final AuditLog audit;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Bin(
            BinRows rows,
            RunService runs,
            ExperimentService experiments,
            Datasets datasets,
            BinSettings settings,
            AuditLog audit,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.runs = runs;
        this.experiments = experiments;
        this.datasets = datasets;
        this.settings = settings;
        this.audit = audit;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Runs, the last deleted first.
     *
     * @param project null for all that the caller administers
     * @throws dev.wavetrain.common.Forbidden where the caller does not administer it
     */
    public List<Kept> runs(Caller caller, @Nullable ProjectId project) {
        return list(Table.RUN, administered(caller, project));
    }

    /** Experiments, as {@link #runs}. */
    public List<Kept> experiments(Caller caller, @Nullable ProjectId project) {
        return list(Table.EXPERIMENT, administered(caller, project));
    }

    /** Data sets, as {@link #runs}. */
    public List<Kept> datasets(Caller caller, @Nullable ProjectId project) {
        return list(Table.DATASET, administered(caller, project));
    }

    private List<Kept> list(Table table, Collection<UUID> projects) {
        return rows.list(table, projects, MOST_LISTED).stream()
                .map(one -> kept(table, one))
                .toList();
    }

    /** As others see it. */
    Kept kept(Table table, Binned one) {
        return new Kept(
                kind(table),
                one.id(),
                one.name(),
                new ProjectId(one.project()),
                one.projectName(),
                one.since(),
                settings.until(one.since()));
    }

    /**
     * Deletes a run in the bin for good. Runs that began with its weights stay as they are.
     *
     * @throws Conflict where it is not in the bin, or has not stopped yet
     */
    public void purge(Caller caller, RunId run) {
        caller.mustAdminister(runs.find(caller, run).project());
        purge(
                Table.RUN,
                run.value(),
                caller,
                () -> new Conflict("The run is not in the bin, or has not stopped yet."));
    }

    /**
     * Deletes an archived experiment for good, with its versions, and its runs in the bin.
     *
     * @throws Conflict where it is not archived, or has runs that are not in the bin
     */
    public void purge(Caller caller, ExperimentId experiment) {
        caller.mustAdminister(experiments.find(caller, experiment).project());
        purge(
                Table.EXPERIMENT,
                experiment.value(),
                caller,
                () ->
                        new Conflict(
                                "The experiment is not archived, or has runs that are not in the"
                                        + " bin."));
    }

    /**
     * Deletes a data set in the bin for good. Runs that were made with it cannot be tried on it any
     * more.
     *
     * @throws Conflict where it is not in the bin, or a run that has not stopped needs it
     */
    public void purge(Caller caller, DatasetId dataset) {
        caller.mustAdminister(datasets.find(caller, dataset).project());
        purge(
                Table.DATASET,
                dataset.value(),
                caller,
                () ->
                        new Conflict(
                                "The data set is not in the bin, or a run that has not stopped"
                                        + " needs it."));
    }

    /** As above, of whatever the caller has been found to administer. */
    void purge(Table table, UUID id, Caller caller, Supplier<Conflict> otherwise) {
        Binned one = rows.find(table, id).orElseThrow(otherwise);
        if (!mark(table, List.of(one), caller)) {
            throw otherwise.get();
        }
        events.publishEvent(new Emptied());
    }

    /**
     * Deletes all that is in the bin for good, but for runs that have not stopped yet.
     *
     * @param project null for all that the caller administers
     * @return how many runs, experiments and data sets
     */
    public int empty(Caller caller, @Nullable ProjectId project) {
        Collection<UUID> projects = administered(caller, project);
        int count = 0;
        for (Table table : List.of(Table.RUN, Table.EXPERIMENT, Table.DATASET)) {
            List<Binned> some = rows.ready(table, projects, MARKED_AT_ONCE);
            while (!some.isEmpty() && mark(table, some, caller)) {
                count += some.size();
                some = rows.ready(table, projects, MARKED_AT_ONCE);
            }
        }
        events.publishEvent(new Emptied());
        return count;
    }

    /** Marks what is due as gone. */
    void markDue() {
        Instant before = settings.dueBefore(clock.instant());
        for (Table table : Table.values()) {
            List<Binned> some = rows.due(table, before, MARKED_AT_ONCE);
            while (!some.isEmpty() && mark(table, some, null)) {
                some = rows.due(table, before, MARKED_AT_ONCE);
            }
        }
    }

    /** Deletes some of the rows of what is gone; false where nothing was left to delete. */
    boolean sweep() {
        boolean any = false;
        for (Table table : Table.values()) {
            for (UUID id : rows.gone(table, MARKED_AT_ONCE)) {
                rows.wipe(table, id);
                any = true;
            }
        }
        return any;
    }

    /**
     * @param caller null where their time is over
     * @return whether any was marked: another process may have been quicker
     */
    private boolean mark(Table table, List<Binned> some, @Nullable Caller caller) {
        return Boolean.TRUE.equals(
                transaction.execute(status -> {
                    boolean any = false;
                    for (Binned one : some) {
                        if (rows.mark(table, one.id(), clock.instant())) {
                            audit.note(act(table, one, caller));
                            any = true;
                        }
                    }
                    return any;
                }));
    }

    private static Act act(Table table, Binned one, @Nullable Caller caller) {
        AuditAction action =
                switch (table) {
                    case RUN -> AuditAction.RUN_PURGED;
                    case EXPERIMENT -> AuditAction.EXPERIMENT_PURGED;
                    case DATASET -> AuditAction.DATASET_PURGED;
                    case PROJECT -> AuditAction.PROJECT_PURGED;
                };
        Act act = caller == null ? Act.byNobody(action) : Act.by(caller, action);
        return act.to(kind(table), one.id(), one.name()).in(new ProjectId(one.project()));
    }

    private static Act.Kind kind(Table table) {
        return switch (table) {
            case RUN -> Act.Kind.RUN;
            case EXPERIMENT -> Act.Kind.EXPERIMENT;
            case DATASET -> Act.Kind.DATASET;
            case PROJECT -> Act.Kind.PROJECT;
        };
    }

    private static Collection<UUID> administered(Caller caller, @Nullable ProjectId project) {
        if (project != null) {
            caller.mustAdminister(project);
            return List.of(project.value());
        }
        return caller.projects().stream()
                .filter(caller::mayAdminister)
                .map(ProjectId::value)
                .toList();
    }
}
