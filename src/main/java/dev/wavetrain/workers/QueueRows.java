package dev.wavetrain.workers;

import dev.wavetrain.common.RunId;
import dev.wavetrain.workers.QueueOrder.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** db-scheduler's rows of runs: those that wait, and those that are trained. */
@Component
class QueueRows {

    private static final String WAITING =
            " from scheduled_tasks where task_name = '"
                    + Jobs.RUN.getTaskName()
                    + "' and picked = false";

    private static final String PLACE = "select task_instance, priority, execution_time" + WAITING;

    private final JdbcClient jdbc;

    QueueRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long count() {
        return jdbc.sql("select count(*)" + WAITING).query(Long.class).single();
    }

    /** A part of the queue, in its order. */
    List<Place> waiting(long skipped, int most) {
        return jdbc.sql(
                        PLACE
                                + " order by priority desc, execution_time, task_instance"
                                + " limit ? offset ?")
                .params(most, skipped)
                .query((row, _) -> place(row))
                .list();
    }

    /**
     * All that wait, locked until the transaction ends: nobody takes one of them meanwhile. Always
     * locked in the same order, so that of two who do so one waits for the other.
     */
    List<Place> lock() {
        return jdbc.sql(PLACE + " order by task_instance for update")
                .query((row, _) -> place(row))
                .list();
    }

    /** A worker that has read the row before will not get it, and looks again. */
    void update(Place place) {
        jdbc.sql(
                        "update scheduled_tasks set priority = ?, execution_time = ?,"
                                + " version = version + 1 where task_name = ? and task_instance = ?"
                                + " and picked = false")
                .params(
                        place.priority(),
                        OffsetDateTime.ofInstant(place.since(), ZoneOffset.UTC),
                        Jobs.RUN.getTaskName(),
                        place.run().toString())
                .update();
    }

    /** How many start before a run; 0 for one that does not wait. */
    long ahead(RunId run) {
        return jdbc.sql(
                        """
                        select count(*) from scheduled_tasks me join scheduled_tasks other
                          on other.task_name = me.task_name and other.picked = false
                          and (other.priority > me.priority or other.priority = me.priority
                            and (other.execution_time < me.execution_time
                              or other.execution_time = me.execution_time
                              and other.task_instance < me.task_instance))
                        where me.task_name = ? and me.task_instance = ? and me.picked = false
                        """)
                .params(Jobs.RUN.getTaskName(), run.toString())
                .query(Long.class)
                .single();
    }

    /** What each scheduler has taken, by its name. */
    Map<String, List<RunId>> taken() {
        Map<String, List<RunId>> taken = new HashMap<>();
        jdbc.sql(
                        "select picked_by, task_instance from scheduled_tasks where task_name = ?"
                                + " and picked = true order by execution_time, task_instance")
                .param(Jobs.RUN.getTaskName())
                .query(row -> {
                    taken.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                            .add(run(row.getString(2)));
                });
        return taken;
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                run(row.getString(1)),
                row.getInt(2),
                row.getObject(3, OffsetDateTime.class).toInstant());
    }

    private static RunId run(String instance) {
        return new RunId(UUID.fromString(instance));
    }
}
