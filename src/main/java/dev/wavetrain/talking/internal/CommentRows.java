package dev.wavetrain.talking.internal;

import dev.wavetrain.common.RunId;
import dev.wavetrain.common.UserId;
import dev.wavetrain.talking.Comment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code run_comment} and {@code comment_mention}. */
@Component
public class CommentRows {

    private static final String SELECT =
            """
            select c.id, c.run_id, c.author_id, a.name, c.text, c.created_at, c.edited_at
            from run_comment c join account a on a.id = c.author_id
            """;

    private final JdbcClient jdbc;

    CommentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long count(RunId run) {
        return jdbc.sql(
                        "select count(*) from run_comment"
                                + " where run_id = :run and deleted_at is null")
                .param("run", run.value())
                .query(Long.class)
                .single();
    }

    /** The newest first. */
    public List<Comment> list(RunId run, long from, int most) {
        return named(
                jdbc.sql(
                                SELECT
                                        + " where c.run_id = :run and c.deleted_at is null"
                                        + " order by c.created_at desc, c.id desc"
                                        + " offset :skip rows fetch first :most rows only")
                        .param("run", run.value())
                        .param("skip", from)
                        .param("most", most)
                        .query((row, number) -> comment(row))
                        .list());
    }

    /**
     * @param deleted whether one that was deleted, or one that was not
     */
    public Optional<Comment> find(UUID id, boolean deleted) {
        String state = deleted ? "is not null" : "is null";
        return named(
                        jdbc.sql(SELECT + " where c.id = :id and c.deleted_at " + state)
                                .param("id", id)
                                .query((row, number) -> comment(row))
                                .list())
                .stream()
                .findFirst();
    }

    public void insert(UUID id, RunId run, UserId author, String text, Instant now) {
        jdbc.sql(
                        "insert into run_comment (id, run_id, author_id, text, created_at)"
                                + " values (:id, :run, :author, :text, :now)")
                .param("id", id)
                .param("run", run.value())
                .param("author", author.value())
                .param("text", text)
                .param("now", utc(now))
                .update();
    }

    public void edit(UUID id, String text, Instant now) {
        jdbc.sql("update run_comment set text = :text, edited_at = :now where id = :id")
                .param("id", id)
                .param("text", text)
                .param("now", utc(now))
                .update();
    }

    /**
     * @param when null to bring it back
     */
    public void delete(UUID id, @Nullable Instant when) {
        jdbc.sql("update run_comment set deleted_at = :at where id = :id")
                .param("id", id)
                .param(
                        "at",
                        when == null ? null : utc(when),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** For good. */
    public void forget(Instant deletedBefore) {
        jdbc.sql("delete from run_comment where deleted_at < :limit")
                .param("limit", utc(deletedBefore))
                .update();
    }

    public void mention(UUID comment, Collection<UUID> accounts) {
        jdbc.sql("delete from comment_mention where comment_id = :id")
                .param("id", comment)
                .update();
        for (UUID account : accounts) {
            jdbc.sql("insert into comment_mention (comment_id, account_id) values (:id, :account)")
                    .param("id", comment)
                    .param("account", account)
                    .update();
        }
    }

    private List<Comment> named(List<Comment> comments) {
        if (comments.isEmpty()) {
            return comments;
        }
        Map<UUID, TreeSet<String>> names = new HashMap<>();
        jdbc.sql(
                        "select m.comment_id, a.name from comment_mention m"
                                + " join account a on a.id = m.account_id"
                                + " where m.comment_id in (:ids)")
                .param("ids", comments.stream().map(Comment::id).collect(Collectors.toList()))
                .query(row -> {
                    names.computeIfAbsent(
                                    row.getObject("comment_id", UUID.class), id -> new TreeSet<>())
                            .add(row.getString("name"));
                });
        return comments.stream()
                .map(one -> one.mentioning(names.getOrDefault(one.id(), new TreeSet<>())))
                .toList();
    }

    private static Comment comment(ResultSet row) throws SQLException {
        OffsetDateTime edited = row.getObject("edited_at", OffsetDateTime.class);
        return new Comment(
                row.getObject("id", UUID.class),
                new RunId(row.getObject("run_id", UUID.class)),
                new UserId(row.getObject("author_id", UUID.class)),
                row.getString("name"),
                row.getString("text"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                edited == null ? null : edited.toInstant(),
                List.of());
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
