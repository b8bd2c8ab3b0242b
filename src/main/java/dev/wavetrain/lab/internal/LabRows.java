package dev.wavetrain.lab.internal;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.Page;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.lab.Finding;
import dev.wavetrain.lab.KeptResult;
import dev.wavetrain.lab.LabQuestion;
import dev.wavetrain.sequence.Task;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code lab_result}, with what {@link LabEntryRows} has. */
@Component
public class LabRows {

    private static final String RUNS_OF =
            "select 1 from lab_entry e join run u on u.id = e.run_id and u.gone_at is null"
                    + " where e.result_id = r.id";

    private static final String SEEN =
            " where r.deleted_at is null and exists ("
                    + RUNS_OF
                    + " and (:run is null or u.id = :run)) and not exists ("
                    + RUNS_OF
                    + " and u.project_id not in (:projects))";

    private final JdbcClient jdbc;
    private final LabEntryRows entries;
    private final JsonMapper json = JsonMapper.builder().build();

    LabRows(JdbcTemplate template) {
        this.jdbc = JdbcClient.create(template);
        this.entries = new LabEntryRows(template);
    }

    public void insert(
            UUID id,
            String name,
            LabQuestion question,
            List<Finding> findings,
            Caller author,
            Instant now) {
        jdbc.sql(
                        "insert into lab_result (id, name, question, author_id, author_name,"
                                + " created_at) values (?, ?, ?, ?, ?, ?)")
                .param(id)
                .param(name)
                .param(json.writeValueAsString(question))
                .param(author.user().value())
                .param(author.name())
                .param(utc(now))
                .update();
        for (int place = 0; place < findings.size(); place++) {
            Finding one = findings.get(place);
            insert(
                    id,
                    place,
                    one.run(),
                    one.checkpoint(),
                    one.epoch(),
                    new Payload(one.forecast(), one.curve()));
        }
    }

    /** What one checkpoint came to. */
    public void insert(
            UUID result,
            int place,
            RunId run,
            CheckpointId checkpoint,
            int epoch,
            Payload payload) {
        entries.insert(result, place, run, checkpoint, epoch, payload);
    }

    /** What is stored of an entry; empty where that is lost. */
    public Payload payload(UUID entry) {
        return entries.payload(entry);
    }

    /** Those whose runs all lie in these projects, the newest first. */
    public Page<KeptResult> list(
            Collection<ProjectId> projects, @Nullable RunId run, int skip, int most) {
        if (projects.isEmpty()) {
            return new Page<>(List.of(), 0);
        }
        List<UUID> ids = projects.stream().map(ProjectId::value).toList();
        @Nullable UUID of = run == null ? null : run.value();
        String seen = run == null ? SEEN.replace(" and (:run is null or u.id = :run)", "") : SEEN;
        var asked =
                jdbc.sql(
                                "select r.* from lab_result r"
                                        + seen
                                        + " order by r.created_at desc, r.id"
                                        + " offset :skip rows fetch first :most rows only")
                        .param("projects", ids)
                        .param("skip", skip)
                        .param("most", most);
        var counted = jdbc.sql("select count(*) from lab_result r" + seen).param("projects", ids);
        if (of != null) {
            asked = asked.param("run", of);
            counted = counted.param("run", of);
        }
        return new Page<>(results(asked), counted.query(Long.class).single());
    }

    /** By id, whoever asks. */
    public Optional<KeptResult> find(UUID id, boolean deletedToo) {
        return results(
                        jdbc.sql(
                                        "select r.* from lab_result r where r.id = :id"
                                                + (deletedToo ? "" : " and r.deleted_at is null"))
                                .param("id", id))
                .stream()
                .findFirst();
    }

    /** What an entry came to. */
    public Finding finding(KeptResult.Entry entry, Task task) {
        return entries.finding(entry, task);
    }

    public void rename(UUID id, String name) {
        jdbc.sql("update lab_result set name = ? where id = ?").param(name).param(id).update();
    }

    /**
     * @param when null to bring it back
     */
    public void delete(UUID id, @Nullable Instant when) {
        jdbc.sql("update lab_result set deleted_at = :at where id = :id")
                .param("id", id)
                .param("at", when == null ? null : utc(when), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** For good: those deleted before, and those whose runs are all gone. */
    public void forget(Instant deletedBefore) {
        List<UUID> old =
                jdbc.sql(
                                "select r.id from lab_result r where r.deleted_at < :limit or not"
                                        + " exists (select 1 from lab_entry e where e.result_id ="
                                        + " r.id)")
                        .param("limit", utc(deletedBefore))
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list();
        for (UUID id : old) {
            entries.deleteAll(id);
            jdbc.sql("delete from lab_result where id = ?").param(id).update();
        }
    }

    /** With the entries of all, which are asked for once. */
    private List<KeptResult> results(JdbcClient.StatementSpec asked) {
        List<KeptResult> bare = asked.query((row, _) -> bare(row)).list();
        Map<UUID, List<KeptResult.Entry>> known =
                entries.of(bare.stream().map(KeptResult::id).toList());
        return bare.stream().map(one -> one.with(known.getOrDefault(one.id(), List.of()))).toList();
    }

    private KeptResult bare(ResultSet row) throws SQLException {
        return new KeptResult(
                row.getObject("id", UUID.class),
                row.getString("name"),
                json.readValue(row.getString("question"), LabQuestion.class),
                List.of(),
                row.getString("author_name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
