package dev.wavetrain.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.common.Page;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.talking.Notice;
import dev.wavetrain.talking.NoticeChoices;
import dev.wavetrain.talking.Notices;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/notifications")
@Tag(name = "Notifications", description = "What one is told.")
class NotificationsApi {

    @Schema(name = "Notification")
    record NoticeJson(
            UUID id,
            Notice.Kind kind,
            @Schema(description = "Null where it is about a project's webhook.") @Nullable UUID run,
            @Nullable String runName,
            @Schema(description = "Null where it is about a run.") @Nullable UUID project,
            @Nullable String projectName,
            @Schema(description = "Who wrote the comment that calls.") @Nullable String by,
            Instant createdAt,
            boolean read) {

        static NoticeJson of(Notice notice) {
            return new NoticeJson(
                    notice.id(),
                    notice.kind(),
                    notice.run() == null ? null : notice.run().value(),
                    notice.run() == null ? null : notice.subject(),
                    notice.project() == null ? null : notice.project().value(),
                    notice.project() == null ? null : notice.subject(),
                    notice.by(),
                    notice.createdAt(),
                    notice.read());
        }
    }

    @Schema(name = "Notifications")
    record NoticesJson(List<NoticeJson> items, long total, long unread) {}

    @Schema(name = "NotificationChoices", description = "What is left out is false, or none.")
    record ChoicesJson(
            boolean mentions,
            boolean finished,
            boolean failed,
            boolean diverged,
            @Schema(description = "Whether of the runs that I queued.") boolean own,
            boolean favourites,
            @Schema(description = "Whether a browser shows them by itself.") boolean browser,
            @Schema(description = "Ids of projects whose every run counts.")
                    List<String> projects) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static ChoicesJson read(JsonNode json) {
            Body body = Body.of(json);
            ChoicesJson choices =
                    new ChoicesJson(
                            body.flag("mentions"),
                            body.flag("finished"),
                            body.flag("failed"),
                            body.flag("diverged"),
                            body.flag("own"),
                            body.flag("favourites"),
                            body.flag("browser"),
                            Objects.requireNonNullElse(body.texts("projects"), List.of()));
            body.check();
            return choices;
        }

        static ChoicesJson of(NoticeChoices choices) {
            return new ChoicesJson(
                    choices.mentions(),
                    choices.finished(),
                    choices.failed(),
                    choices.diverged(),
                    choices.own(),
                    choices.favourites(),
                    choices.browser(),
                    choices.projects().stream().map(ProjectId::toString).sorted().toList());
        }

        NoticeChoices choices() {
            Set<ProjectId> followed = new HashSet<>();
            projects.forEach(id -> followed.add(Ids.project(id)));
            return new NoticeChoices(
                    mentions, finished, failed, diverged, own, favourites, browser, followed);
        }
    }

    private final Notices notices;
    private final CurrentCaller caller;

    NotificationsApi(Notices notices, CurrentCaller caller) {
        this.notices = notices;
        this.caller = caller;
    }

    @GetMapping
    @Operation(summary = "What I was told, the newest first")
    NoticesJson list(
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        Parameters parameters = new Parameters();
        int from = parameters.page(page);
        int most = parameters.size(size);
        parameters.check();
        Page<Notice> found = notices.list(caller.get(), from, most);
        return new NoticesJson(
                found.items().stream().map(NoticeJson::of).toList(),
                found.total(),
                notices.unread(caller.get()));
    }

    @PostMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Mark all as read")
    @ApiResponse(responseCode = "204", description = "All are read.")
    void readAll() {
        notices.readAll(caller.get());
    }

    @PostMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Mark one as read; again does nothing")
    @ApiResponse(responseCode = "204", description = "It is read.")
    void read(@PathVariable String id) {
        notices.read(caller.get(), Ids.uuid("notification", id));
    }

    @GetMapping("/choices")
    @Operation(summary = "What I want to be told")
    ChoicesJson choices() {
        return ChoicesJson.of(notices.choices(caller.get()));
    }

    @PutMapping("/choices")
    @Operation(summary = "Choose what I want to be told")
    @ApiResponse(responseCode = "200", description = "Chosen.")
    @ApiResponse(responseCode = "404", description = "There is no such project for the caller.")
    ChoicesJson choose(@RequestBody ChoicesJson wanted) {
        notices.choose(caller.get(), wanted.choices());
        return ChoicesJson.of(notices.choices(caller.get()));
    }
}
