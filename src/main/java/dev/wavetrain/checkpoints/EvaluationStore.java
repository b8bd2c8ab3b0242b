package dev.wavetrain.checkpoints;

import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.PackedJson;
import dev.wavetrain.common.Parts;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What saved models came to on data. Who may see it is for the callers to decide. */
@Component
public class EvaluationStore {

    private final JdbcClient jdbc;
    private final Parts results;
    private final Clock clock;

    EvaluationStore(JdbcTemplate template, Clock clock) {
        this.jdbc = JdbcClient.create(template);
        this.results = new Parts(template, "evaluation_result", "evaluation_id");
        this.clock = clock;
    }

    /**
     * The evaluation that answered the same request: weights never change, so neither does the
     * answer.
     */
    @Transactional(readOnly = true)
    public Optional<EvaluationDetails> find(CheckpointId checkpoint, String request) {
        return jdbc.sql(
                        "select id, created_at from evaluation where checkpoint_id = ?"
                                + " and request = ? order by created_at limit 1")
                .param(checkpoint.value())
                .param(request)
                .query((row, _) ->
                        new Key(
                                row.getObject(1, UUID.class),
                                row.getObject(2, OffsetDateTime.class).toInstant()))
                .optional()
                .flatMap(key ->
                        results.read(key.id())
                                .map(bytes ->
                                        new EvaluationDetails(
                                                key.id(),
                                                checkpoint,
                                                PackedJson.unpack(bytes, Evaluation.class),
                                                key.createdAt())));
    }

    /**
     * Stores an evaluation; {@code request} names what was asked, always in the same words.
     *
     * @param kept how many of the checkpoint stay, this one included; the oldest go
     */
    @Transactional
    public EvaluationDetails save(
            CheckpointId checkpoint, String request, Evaluation result, int kept) {
        EvaluationDetails details =
                new EvaluationDetails(UUID.randomUUID(), checkpoint, result, clock.instant());
        jdbc.sql(
                        "insert into evaluation (id, checkpoint_id, request, mse, mae, rmse,"
                                + " created_at) values (?, ?, ?, ?, ?, ?, ?)")
                .param(details.id())
                .param(checkpoint.value())
                .param(request)
                .param(known(result.mse()))
                .param(known(result.mae()))
                .param(known(result.rmse()))
                .param(OffsetDateTime.ofInstant(details.createdAt(), ZoneOffset.UTC))
                .update();
        results.replace(details.id(), PackedJson.pack(result));
        forgetOldest(details, kept);
        return details;
    }

    private void forgetOldest(EvaluationDetails newest, int kept) {
        List<UUID> others =
                jdbc.sql(
                                "select id from evaluation where checkpoint_id = ? and id <> ?"
                                        + " order by created_at desc, id")
                        .param(newest.checkpoint().value())
                        .param(newest.id())
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list();
        for (UUID old : others.subList(Math.min(others.size(), kept - 1), others.size())) {
            results.delete(old);
            jdbc.sql("delete from evaluation where id = ?").param(old).update();
        }
    }

    private static @Nullable Double known(double error) {
        return Double.isNaN(error) ? null : error;
    }

    private record Key(UUID id, Instant createdAt) {}
}
