package dev.wavetrain.sharing.internal;

import dev.wavetrain.common.GroupId;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.common.Shared;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code share_link}, with the names of what it shows and of who made it.
 *
 * @param project that of what it shows, now
 * @param withProject that of what it compares with; null without
 */
public record ShareLinkRow(
        UUID id,
        Shared what,
        String subject,
        @Nullable String withSubject,
        ProjectId project,
        @Nullable ProjectId withProject,
        String note,
        UUID maker,
        String makerName,
        Instant createdAt,
        @Nullable Instant expiresAt,
        long opens,
        @Nullable Instant lastOpenedAt) {

    static ShareLinkRow of(ResultSet row) throws SQLException {
        UUID withProject = row.getObject("with_project", UUID.class);
        return new ShareLinkRow(
                row.getObject("id", UUID.class),
                what(row),
                row.getString("subject"),
                row.getString("with_subject"),
                new ProjectId(row.getObject("project_id", UUID.class)),
                withProject == null ? null : new ProjectId(withProject),
                row.getString("note"),
                row.getObject("created_by", UUID.class),
                row.getString("maker"),
                Objects.requireNonNull(time(row, "created_at")),
                time(row, "expires_at"),
                row.getLong("opens"),
                time(row, "last_opened_at"));
    }

    private static Shared what(ResultSet row) throws SQLException {
        UUID run = row.getObject("run_id", UUID.class);
        if (run != null) {
            return new Shared.Run(new RunId(run));
        }
        GroupId group = new GroupId(row.getObject("group_id", UUID.class));
        UUID with = row.getObject("with_group_id", UUID.class);
        return with == null
                ? new Shared.Group(group)
                : new Shared.Comparison(group, new GroupId(with));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
