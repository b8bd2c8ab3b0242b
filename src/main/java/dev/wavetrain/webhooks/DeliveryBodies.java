package dev.wavetrain.webhooks;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.NoId;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RunId;
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
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what is sent when it is sent, so that nothing is kept twice: as a member of the project
 * would see it now.
 */
@Component
class DeliveryBodies {

    private static final JsonMapper JSON = JsonMapper.builder().build();

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

    /**
     * Empty where what it was about is gone.
     *
     * @throws UnwritableBody where it cannot be read or written whenever it is tried; what the
     *     database throws may be over the next time
     */
    Optional<byte[]> of(Due due) {
        Caller member = new Caller(NoId.USER, "", Set.of(due.project()), due.project());
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
        } catch (DataAccessException | TransactionException laterPerhaps) {
            throw laterPerhaps;
        } catch (RuntimeException broken) {
            throw new UnwritableBody(due, broken);
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
