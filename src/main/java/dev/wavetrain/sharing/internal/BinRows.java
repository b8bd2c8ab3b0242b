package dev.wavetrain.sharing.internal;

import dev.wavetrain.common.RowsBelow;
import dev.wavetrain.runs.RunState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The rows of what is in the bin, over all features. Deleting for good has two steps. Marking, in
 * the transaction of whoever asks, makes a thing gone for everybody; then its rows go, in
 * transactions of their own that each hold few of them. Either step may be done by two processes at
 * once, or be broken off and begun again.
 */
@Component
public class BinRows {

    /** Epochs deleted in one transaction. */
    private static final int EPOCHS_AT_ONCE = 10_000;

    /** Things that are in the bin. */
    public enum Table {
        RUN("run", "deleted_at", ""),
        /** A run outside the bin keeps its experiment. */
        EXPERIMENT(
                "experiment",
                "archived_at",
                " and not exists (select 1 from run r where r.experiment_id = t.id"
                        + " and (r.deleted_at is null or r.state not in (:ended)))"),
        /** A run that has not stopped may read it again. */
        DATASET(
                "dataset",
                "deleted_at",
                " and not exists (select 1 from run r where r.project_id = t.project_id"
                        + " and r.state not in (:ended) and r.definition like"
                        + " concat('%\"dataset\":\"', cast(t.id as varchar(36)), '\"%'))"),
        PROJECT(
                "project",
                "deleted_at",
                " and not exists (select 1 from run r where r.project_id = t.id"
                        + " and r.state not in (:ended))");

        private final String table;
        private final String since;
        private final String onlyIf;

        Table(String table, String since, String onlyIf) {
            this.table = table;
            this.since = since;
            this.onlyIf = onlyIf;
        }

        private String project() {
            return this == PROJECT ? "t.id" : "t.project_id";
        }

        private String condition() {
            String ended = this == RUN ? " and t.state in (:ended)" : onlyIf;
            return "t.%s is not null and t.gone_at is null%s".formatted(since, ended);
        }
    }

    /** Something in the bin. */
    public record Binned(UUID id, String name, UUID project, String projectName, Instant since) {}

    private static final List<String> ENDED =
            Arrays.stream(RunState.values()).filter(RunState::isFinal).map(Enum::name).toList();

    private final JdbcClient jdbc;
    private final RowsBelow below;
    private final TransactionOperations transaction;

    BinRows(JdbcClient jdbc, RowsBelow below, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.below = below;
        this.transaction = transaction;
    }

    /** What is in the bin of these projects, the last deleted first. */
    public List<Binned> list(Table table, Collection<UUID> projects, int most) {
        if (projects.isEmpty()) {
            return List.of();
        }
        String inBin = "t.%s is not null and t.gone_at is null".formatted(table.since);
        return jdbc.sql(
                        select(table, inBin + " and " + table.project() + " in (:projects)")
                                + " order by t.%s desc fetch first :most rows only"
                                        .formatted(table.since))
                .param("projects", projects)
                .param("most", most)
                .query(BinRows::binned)
                .list();
    }

    /** Those of the projects that can be deleted for good now. */
    public List<Binned> ready(Table table, Collection<UUID> projects, int most) {
        if (projects.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        select(
                                        table,
                                        table.condition()
                                                + " and %s in (:projects)"
                                                        .formatted(table.project()))
                                + " fetch first :most rows only")
                .param("ended", ENDED)
                .param("projects", projects)
                .param("most", most)
                .query(BinRows::binned)
                .list();
    }

    /**
     * Those that were put there no later and can be deleted for good. An experiment waits for its
     * runs: they may have come later.
     */
    public List<Binned> due(Table table, Instant before, int most) {
        String runsGone =
                table == Table.EXPERIMENT
                        ? " and not exists (select 1 from run r where r.experiment_id = t.id and"
                                + " r.gone_at is null)"
                        : "";
        return jdbc.sql(
                        select(
                                        table,
                                        table.condition()
                                                + runsGone
                                                + " and t.%s <= :before".formatted(table.since))
                                + " fetch first :most rows only")
                .param("ended", ENDED)
                .param("before", OffsetDateTime.ofInstant(before, ZoneOffset.UTC))
                .param("most", most)
                .query(BinRows::binned)
                .list();
    }

    /** Empty where it is not in the bin, or gone. */
    public Optional<Binned> find(Table table, UUID id) {
        return jdbc.sql(
                        select(
                                table,
                                "t.%s is not null and t.gone_at is null and t.id = :id"
                                        .formatted(table.since)))
                .param("id", id)
                .query(BinRows::binned)
                .optional();
    }

    private static String select(Table table, String where) {
        return "select t.id, t.name, %s as project_id, p.name as project_name, t.%s as since from %s t join project p on p.id = %s where %s"
                .formatted(table.project(), table.since, table.table, table.project(), where);
    }

    private static Binned binned(ResultSet row, int number) throws SQLException {
        return new Binned(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getObject("project_id", UUID.class),
                row.getString("project_name"),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }

    /**
     * Marks one as gone, with what is in it.
     *
     * @return false where it is not in the bin any more, or not ready, or marked already
     */
    public boolean mark(Table table, UUID id, Instant now) {
        int marked =
                jdbc.sql(
                                "update %s t set gone_at = :now where t.id = :id and %s"
                                        .formatted(table.table, table.condition()))
                        .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                        .param("id", id)
                        .param("ended", ENDED)
                        .update();
        if (marked > 0 && table != Table.RUN && table != Table.DATASET) {
            markInside("run", table == Table.PROJECT ? "project_id" : "experiment_id", id, now);
        }
        if (marked > 0 && table == Table.PROJECT) {
            markInside("experiment", "project_id", id, now);
            markInside("dataset", "project_id", id, now);
        }
        return marked > 0;
    }

    private void markInside(String table, String column, UUID id, Instant now) {
        jdbc.sql(
                        "update %s set gone_at = :now where %s = :id and gone_at is null"
                                .formatted(table, column))
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /** False where it is not in the bin any more. */
    public boolean restoreProject(UUID id) {
        return jdbc.sql(
                                "update project set deleted_at = null where id = ? and deleted_at is not null"
                                        + " and gone_at is null")
                        .param(id)
                        .update()
                > 0;
    }

    /** Those whose rows are to be deleted and can be: runs come before what they are in. */
    public List<UUID> gone(Table table, int most) {
        String alone =
                switch (table) {
                    case RUN, DATASET -> "";
                    case EXPERIMENT ->
                            " and not exists (select 1 from run r where r.experiment_id = t.id)";
                    case PROJECT ->
                            " and not exists (select 1 from experiment e where e.project_id ="
                                    + " t.id) and not exists (select 1 from dataset d where"
                                    + " d.project_id = t.id)";
                };
        return jdbc.sql(
                        "select t.id from %s t where t.gone_at is not null%s order by t.gone_at, t.id fetch first :most rows only"
                                .formatted(table.table, alone))
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    /** Deletes all rows of one that is gone. */
    public void wipe(Table table, UUID id) {
        switch (table) {
            case RUN -> wipeRun(id);
            case EXPERIMENT -> transaction.executeWithoutResult(status -> wipeExperiment(id));
            case DATASET -> transaction.executeWithoutResult(status -> wipeDataset(id));
            case PROJECT -> transaction.executeWithoutResult(status -> wipeProject(id));
        }
    }

    private void wipeRun(UUID run) {
        for (UUID checkpoint :
                jdbc.sql("select id from checkpoint where run_id = ?")
                        .param(run)
                        .query(UUID.class)
                        .list()) {
            transaction.executeWithoutResult(status -> {
                below.delete("checkpoint", List.of(checkpoint), Set.of());
                delete("checkpoint", checkpoint);
            });
        }
        wipeEpochs(run);
        transaction.executeWithoutResult(status -> {
            UUID group = groupOf(run);
            below.delete("run", List.of(run), Set.of());
            delete("run", run);
            if (group != null && !hasRuns(group)) {
                below.delete("run_group", List.of(group), Set.of("run"));
                delete("run_group", group);
            }
        });
    }

    private void wipeEpochs(UUID run) {
        int first = firstEpoch(run);
        while (first >= 0) {
            int to = first + EPOCHS_AT_ONCE;
            transaction.executeWithoutResult(status ->
                    jdbc.sql("delete from run_epoch where run_id = ? and epoch < ?")
                            .param(run)
                            .param(to)
                            .update());
            first = firstEpoch(run);
        }
    }

    /** -1 where there is none. */
    private int firstEpoch(UUID run) {
        return jdbc.sql("select coalesce(min(epoch), -1) from run_epoch where run_id = ?")
                .param(run)
                .query(Integer.class)
                .single();
    }

    private @Nullable UUID groupOf(UUID run) {
        return jdbc.sql("select group_id from run where id = ? and group_id is not null")
                .param(run)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    private boolean hasRuns(UUID group) {
        return jdbc.sql("select count(*) from run where group_id = ?")
                        .param(group)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private void wipeExperiment(UUID experiment) {
        List<UUID> groups =
                jdbc.sql("select id from run_group where experiment_id = ?")
                        .param(experiment)
                        .query(UUID.class)
                        .list();
        below.delete("run_group", groups, Set.of("run"));
        groups.forEach(group -> delete("run_group", group));
        below.delete("experiment", List.of(experiment), Set.of());
        delete("experiment", experiment);
    }

    private void wipeDataset(UUID dataset) {
        below.delete("dataset", List.of(dataset), Set.of());
        delete("dataset", dataset);
    }

    private void wipeProject(UUID project) {
        jdbc.sql("update account set chosen_project = null where chosen_project = ?")
                .param(project)
                .update();
        below.delete(
                "project",
                List.of(project),
                Set.of("account", "experiment", "run", "run_group", "dataset"));
        delete("project", project);
    }

    private void delete(String table, UUID id) {
        jdbc.sql("delete from %s where id = ? ".formatted(table)).param(id).update();
    }
}
