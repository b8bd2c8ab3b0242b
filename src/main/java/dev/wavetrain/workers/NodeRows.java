package dev.wavetrain.workers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code worker_node}. */
@Component
class NodeRows {

    private final JdbcClient jdbc;

    NodeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(WorkerNode node) {
        jdbc.sql(
                        "insert into worker_node (id, name, host, process, version, slots, intake,"
                                + " started_at, heard_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        node.id().value(),
                        node.name(),
                        node.host(),
                        node.process(),
                        node.version(),
                        node.slots(),
                        node.intake().name(),
                        utc(node.startedAt()),
                        utc(node.heardAt()))
                .update();
    }

    /**
     * @return whether there is such a row
     */
    boolean heard(NodeId node, Instant now) {
        return jdbc.sql("update worker_node set heard_at = ? where id = ?")
                        .params(utc(now), node.value())
                        .update()
                > 0;
    }

    /**
     * @return whether there is such a row
     */
    boolean ask(NodeId node, Intake intake) {
        return jdbc.sql("update worker_node set intake = ? where id = ?")
                        .params(intake.name(), node.value())
                        .update()
                > 0;
    }

    Optional<Intake> intake(NodeId node) {
        return jdbc.sql("select intake from worker_node where id = ?")
                .param(node.value())
                .query(String.class)
                .optional()
                .map(Intake::valueOf);
    }

    void delete(NodeId node) {
        jdbc.sql("delete from worker_node where id = ?").param(node.value()).update();
    }

    /** All but one. */
    void deleteOthers(NodeId node) {
        jdbc.sql("delete from worker_node where id <> ?").param(node.value()).update();
    }

    void deleteSilentSince(Instant then) {
        jdbc.sql("delete from worker_node where heard_at < ?").param(utc(then)).update();
    }

    /** Those whose place another process of the same name on the same host has taken. */
    void deleteSilentSince(Instant then, WorkerNode successor) {
        jdbc.sql(
                        "delete from worker_node where heard_at < ? and heard_at < ? and name = ?"
                                + " and host = ?")
                .params(utc(then), utc(successor.startedAt()), successor.name(), successor.host())
                .update();
    }

    List<WorkerNode> all() {
        return jdbc.sql("select * from worker_node order by name, started_at, id")
                .query((row, _) -> node(row))
                .list();
    }

    private static WorkerNode node(ResultSet row) throws SQLException {
        return new WorkerNode(
                new NodeId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("host"),
                row.getLong("process"),
                row.getString("version"),
                row.getInt("slots"),
                Intake.valueOf(row.getString("intake")),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("heard_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
