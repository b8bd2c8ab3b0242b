package dev.wavetrain.webhooks;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.common.UserId;
import dev.wavetrain.runs.Failure;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunService;
import dev.wavetrain.talking.Comments;
import dev.wavetrain.webhooks.internal.Due;
import dev.wavetrain.webhooks.internal.WebhookRows;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what is sent when it is sent, so that nothing is kept twice: as a member of the project
 * would see it now.
 */
@Component
class DeliveryBodies {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final UserId NOBODY = new UserId(new UUID(0, 0));

    private final WebhookRows hooks;
    private final RunService runs;
    private final Comments comments;
    private final WebhookSettings settings;

    DeliveryBodies(
            WebhookRows hooks, RunService runs, Comments comments, WebhookSettings settings) {
        this.hooks = hooks;
        this.runs = runs;
        this.comments = comments;
        this.settings = settings;
    }

    /** Empty where what it was about is gone. */
    Optional<byte[]> of(Due due) {
        Caller member = new Caller(NOBODY, "", Set.of(due.project()), due.project());
        try {
            DeliveryBody body =
                    new DeliveryBody(
                            due.event(),
                            due.happenedAt(),
                            project(due.project()),
                            due.run() == null ? null : run(member, due.run()),
                            due.comment() == null ? null : comment(member, due.comment()));
            return Optional.of(JSON.writeValueAsBytes(body));
        } catch (NotFound gone) {
            return Optional.empty();
        }
    }

    private DeliveryBody.Project project(ProjectId id) {
        return new DeliveryBody.Project(
                id.value(), hooks.projectName(id), settings.page("/projects/" + id));
    }

    private DeliveryBody.Run run(Caller member, RunId id) {
        RunDetails run = runs.find(member, id);
        @Nullable Failure failure = run.failure();
        return new DeliveryBody.Run(
                id.value(),
                run.name(),
                run.state(),
                run.progress().epoch(),
                run.progress().epochs(),
                DeliveryBody.Metrics.of(run.progress()),
                failure == null ? null : failure.reason(),
                settings.page("/runs/" + id));
    }

    private DeliveryBody.Comment comment(Caller member, UUID id) {
        return comments.find(member, id)
                .map(DeliveryBody.Comment::of)
                .orElseThrow(() -> new NotFound("comment", id));
    }
}
