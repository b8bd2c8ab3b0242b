package dev.wavetrain.data;

import dev.wavetrain.common.Act;
import dev.wavetrain.common.AuditAction;
import dev.wavetrain.common.AuditLog;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.DatasetId;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.Page;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.Rules;
import dev.wavetrain.data.Dataset.Use;
import dev.wavetrain.data.internal.DatasetRows;
import dev.wavetrain.data.internal.PartRows;
import dev.wavetrain.sequence.Series;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Data sets that are there. What a caller may not see does not exist for them. */
@Service
public class Datasets {

    /** Data sets on one page of a list. */
    public static final int MOST_A_PAGE = 200;

    private final DatasetRows rows;
    private final PartRows parts;
    private final AuditLog audit;
    private final Clock clock;

    Datasets(DatasetRows rows, PartRows parts, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.parts = parts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Those that are not in the bin, the newest first.
     *
     * @param project null for all that the caller sees
     * @param page from 0
     * @param size 1 to {@link #MOST_A_PAGE}
     * @throws NotFound where the caller does not see the project
     */
    @Transactional(readOnly = true)
    public Page<Dataset> list(Caller caller, @Nullable ProjectId project, int page, int size) {
        new Rules()
                .between("page", page, 0, Integer.MAX_VALUE / MOST_A_PAGE)
                .between("size", size, 1, MOST_A_PAGE)
                .check();
        var projects = project == null ? caller.projects() : List.of(caller.mustSee(project));
        return new Page<>(rows.list(projects, page * size, size), rows.count(projects));
    }

    /** One, in the bin or not. */
    @Transactional(readOnly = true)
    public Dataset find(Caller caller, DatasetId id) {
        return seen(caller, id, rows.find(id).orElse(null));
    }

    /**
     * A column of numbers as a line over its rows, no extreme of it lost.
     *
     * @param place of the column, from 0
     * @param most points, at least 2
     */
    public Series line(Caller caller, DatasetId id, int place, int most) {
        ColumnLine line = new ColumnLine(find(caller, id).rows(), most);
        parts.read(id, place, line::add);
        return line.end();
    }

    /** The experiments that learn from it now. */
    @Transactional(readOnly = true)
    public List<Use> uses(Caller caller, DatasetId id) {
        return rows.uses(find(caller, id));
    }

    /**
     * @throws dev.wavetrain.common.InvalidValue at {@code name}
     * @throws dev.wavetrain.common.Forbidden where the caller only views its project
     */
    @Transactional
    public Dataset rename(Caller caller, DatasetId id, String name) {
        Dataset before = locked(caller, id);
        caller.mustChange(before.project());
        String line = name.strip();
        new Rules().line("name", line, Dataset.LONGEST_NAME).check();
        rows.rename(id, line);
        audit.note(act(caller, AuditAction.DATASET_RENAMED, before).with(line));
        return find(caller, id);
    }

    /**
     * Puts it into the bin. Runs that were made with it can still be tried on it; nothing new is
     * made of it.
     *
     * @throws Conflict where experiments learn from it
     * @throws dev.wavetrain.common.Forbidden where the caller is no admin of its project
     */
    @Transactional
    public void delete(Caller caller, DatasetId id) {
        Dataset dataset = locked(caller, id);
        caller.mustAdminister(dataset.project());
        if (dataset.deletedAt() != null) {
            return;
        }
        List<Use> uses = rows.uses(dataset);
        if (!uses.isEmpty()) {
            throw new Conflict(
                    "Experiments learn from the data set, archive them or change them first: "
                            + uses.stream()
                                    .limit(5)
                                    .map(use -> "\"" + use.name() + "\"")
                                    .collect(Collectors.joining(", "))
                            + (uses.size() > 5 ? " and " + (uses.size() - 5) + " more." : "."));
        }
        rows.bin(id, clock.instant());
        audit.note(act(caller, AuditAction.DATASET_DELETED, dataset));
    }

    /** Takes it out of the bin. For the project's admins. */
    @Transactional
    public Dataset restore(Caller caller, DatasetId id) {
        Dataset dataset = locked(caller, id);
        caller.mustAdminister(dataset.project());
        if (dataset.deletedAt() != null) {
            rows.bin(id, null);
            audit.note(act(caller, AuditAction.DATASET_RESTORED, dataset));
        }
        return find(caller, id);
    }

    private Dataset locked(Caller caller, DatasetId id) {
        return seen(caller, id, rows.lock(id).orElse(null));
    }

    private static Dataset seen(Caller caller, DatasetId id, @Nullable Dataset found) {
        if (found == null || !caller.sees(found.project())) {
            throw new NotFound("data set", id);
        }
        return found;
    }

    private static Act act(Caller caller, AuditAction action, Dataset dataset) {
        return Act.by(caller, action)
                .to(Act.Kind.DATASET, dataset.id().value(), dataset.name())
                .in(dataset.project());
    }
}
