package dev.wavetrain.webhooks.internal;

import static dev.wavetrain.webhooks.internal.DeliveryRows.utc;

import dev.wavetrain.common.ProjectId;
import dev.wavetrain.webhooks.Webhook;
import dev.wavetrain.webhooks.WebhookEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code webhook}. */
@Component
public class WebhookRows {

    private final JdbcClient jdbc;

    WebhookRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Webhook> find(ProjectId project) {
        return find(project, "");
    }

    /** It stays until the end of the transaction, so that deliveries can be written for it. */
    public Optional<Webhook> held(ProjectId project) {
        return find(project, " for update");
    }

    private Optional<Webhook> find(ProjectId project, String how) {
        return jdbc.sql(
                        "select project_id, address, events, active, off_reason, created_at"
                                + " from webhook where project_id = ?"
                                + how)
                .param(project.value())
                .query((row, number) -> webhook(row))
                .optional();
    }

    /**
     * Who changes it or its deliveries at the same moment does so afterwards; also where there is
     * none yet.
     */
    public void lock(ProjectId project) {
        var _ =
                jdbc.sql("select id from project where id = ? for update")
                        .param(project.value())
                        .query(UUID.class)
                        .optional();
    }

    public String projectName(ProjectId project) {
        return jdbc.sql("select name from project where id = ?")
                .param(project.value())
                .query(String.class)
                .single();
    }

    public void insert(Webhook hook, String secret) {
        jdbc.sql(
                        "insert into webhook (project_id, address, secret, events, active,"
                                + " given_up, created_at) values (:project, :address, :secret,"
                                + " :events, :active, 0, :now)")
                .param("project", hook.project().value())
                .param("address", hook.address())
                .param("secret", secret)
                .param("events", words(hook.events()))
                .param("active", hook.active())
                .param("now", utc(hook.createdAt()))
                .update();
    }

    /** It begins anew: what was given up before does not count. */
    public void update(
            ProjectId project, String address, Set<WebhookEvent> events, boolean active) {
        jdbc.sql(
                        "update webhook set address = :address, events = :events, active ="
                                + " :active, off_reason = null, given_up = 0"
                                + " where project_id = :project")
                .param("project", project.value())
                .param("address", address)
                .param("events", words(events))
                .param("active", active)
                .update();
    }

    public boolean secret(ProjectId project, String secret) {
        return jdbc.sql("update webhook set secret = ? where project_id = ?")
                        .params(secret, project.value())
                        .update()
                > 0;
    }

    public boolean delete(ProjectId project) {
        return jdbc.sql("delete from webhook where project_id = ?").param(project.value()).update()
                > 0;
    }

    public void gotThrough(ProjectId project) {
        jdbc.sql("update webhook set given_up = 0 where project_id = ? and given_up > 0")
                .param(project.value())
                .update();
    }

    /**
     * @return how many in a row
     */
    public int gaveUp(ProjectId project) {
        jdbc.sql("update webhook set given_up = given_up + 1 where project_id = ?")
                .param(project.value())
                .update();
        return jdbc.sql("select given_up from webhook where project_id = ?")
                .param(project.value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /**
     * @return whether it was on
     */
    public boolean switchOff(ProjectId project, Webhook.Off reason) {
        return jdbc.sql(
                                "update webhook set active = false, off_reason = ?"
                                        + " where project_id = ? and active = true")
                        .params(reason.name(), project.value())
                        .update()
                > 0;
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        @Nullable String off = row.getString("off_reason");
        return new Webhook(
                new ProjectId(row.getObject("project_id", UUID.class)),
                row.getString("address"),
                events(row.getString("events")),
                row.getBoolean("active"),
                off == null ? null : Webhook.Off.valueOf(off),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static Set<WebhookEvent> events(String words) {
        return Arrays.stream(words.split(","))
                .map(WebhookEvent::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(WebhookEvent.class)));
    }

    private static String words(Set<WebhookEvent> events) {
        return events.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }
}
