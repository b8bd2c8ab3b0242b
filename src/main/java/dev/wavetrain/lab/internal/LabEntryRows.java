package dev.wavetrain.lab.internal;

import dev.wavetrain.checkpoints.Evaluation;
import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.PackedJson;
import dev.wavetrain.common.Parts;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.lab.Finding;
import dev.wavetrain.lab.KeptResult;
import dev.wavetrain.sequence.Task;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code lab_entry} and {@code lab_entry_part}. */
final class LabEntryRows {

    private final JdbcClient jdbc;
    private final Parts parts;

    LabEntryRows(JdbcTemplate template) {
        this.jdbc = JdbcClient.create(template);
        this.parts = new Parts(template, "lab_entry_part", "entry_id");
    }

    void insert(
            UUID result,
            int place,
            RunId run,
            CheckpointId checkpoint,
            int epoch,
            Payload payload) {
        UUID id = UUID.randomUUID();
        Evaluation forecast = payload.forecast();
        jdbc.sql(
                        "insert into lab_entry (id, result_id, run_id, checkpoint_id, place, epoch,"
                                + " mse, mae, rmse) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(id)
                .param(result)
                .param(run.value())
                .param(checkpoint.value())
                .param(place)
                .param(epoch)
                .param(forecast == null ? null : known(forecast.mse()))
                .param(forecast == null ? null : known(forecast.mae()))
                .param(forecast == null ? null : known(forecast.rmse()))
                .update();
        parts.replace(id, PackedJson.pack(payload));
    }

    /** What is in the parts. */
    Payload payload(UUID entry) {
        return parts.read(entry)
                .map(bytes -> PackedJson.unpack(bytes, Payload.class))
                .orElseGet(() -> new Payload(null, List.of()));
    }

    /** What an entry came to. */
    Finding finding(KeptResult.Entry entry, Task task) {
        Payload payload = payload(entry.id());
        return new Finding(
                entry.checkpoint(),
                entry.run(),
                entry.runName(),
                task,
                entry.epoch(),
                payload.forecast(),
                payload.curve());
    }

    /** For good. */
    void deleteAll(UUID result) {
        jdbc.sql("select id from lab_entry where result_id = ?")
                .param(result)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list()
                .forEach(parts::delete);
        jdbc.sql("delete from lab_entry where result_id = ?").param(result).update();
    }

    /** Of each result by their place; without those whose run is gone. */
    Map<UUID, List<KeptResult.Entry>> of(Collection<UUID> results) {
        Map<UUID, List<KeptResult.Entry>> found = new HashMap<>();
        if (results.isEmpty()) {
            return found;
        }
        RowCallbackHandler taking =
                row ->
                        found.computeIfAbsent(
                                        row.getObject("result_id", UUID.class),
                                        _ -> new ArrayList<>())
                                .add(entry(row));
        jdbc.sql(
                        "select e.*, u.name as run_name, u.project_id, c.id as found from lab_entry"
                                + " e join run u on u.id = e.run_id and u.gone_at is null left join"
                                + " checkpoint c on c.id = e.checkpoint_id where e.result_id in"
                                + " (:results) order by e.place")
                .param("results", results)
                .query(taking);
        return found;
    }

    private static KeptResult.Entry entry(ResultSet row) throws SQLException {
        return new KeptResult.Entry(
                row.getObject("id", UUID.class),
                new CheckpointId(row.getObject("checkpoint_id", UUID.class)),
                row.getObject("found", UUID.class) != null,
                new RunId(row.getObject("run_id", UUID.class)),
                row.getString("run_name"),
                new ProjectId(row.getObject("project_id", UUID.class)),
                row.getInt("epoch"),
                row.getObject("mse", Double.class),
                row.getObject("mae", Double.class),
                row.getObject("rmse", Double.class));
    }

    private static @Nullable Double known(double error) {
        return Double.isFinite(error) ? error : null;
    }
}
