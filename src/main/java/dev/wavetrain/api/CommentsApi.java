package dev.wavetrain.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.talking.Comment;
import dev.wavetrain.talking.Comments;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Comments", description = "What people say about runs.")
class CommentsApi {

    @Schema(name = "Comment")
    record CommentJson(
            UUID id,
            UUID run,
            @Schema(description = "The writer's name.") String author,
            @Schema(description = "Markdown, as it was written.") String text,
            @Schema(description = "The names of members that it calls.") List<String> mentions,
            Instant createdAt,
            @Nullable Instant editedAt) {

        static CommentJson of(Comment comment) {
            return new CommentJson(
                    comment.id(),
                    comment.run().value(),
                    comment.authorName(),
                    comment.text(),
                    comment.mentions(),
                    comment.createdAt(),
                    comment.editedAt());
        }
    }

    @Schema(name = "CommentText")
    record CommentText(
            @Schema(
                            description = "Markdown; @name calls a member of the project.",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    String text) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static CommentText read(JsonNode json) {
            Body body = Body.of(json);
            CommentText comment = new CommentText(body.requiredText("text"));
            body.check();
            return comment;
        }
    }

    private final Comments comments;
    private final CurrentCaller caller;

    CommentsApi(Comments comments, CurrentCaller caller) {
        this.comments = comments;
        this.caller = caller;
    }

    @GetMapping("/runs/{id}/comments")
    @Operation(summary = "What was said about a run, the newest first")
    Listed<CommentJson> list(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        Parameters parameters = new Parameters();
        int from = parameters.page(page);
        int most = parameters.size(size);
        parameters.check();
        return Listed.of(comments.list(caller.get(), Ids.run(id), from, most), CommentJson::of);
    }

    @PostMapping("/runs/{id}/comments")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Say something about a run; viewers may too")
    @ApiResponse(responseCode = "201", description = "Said.")
    CommentJson add(@PathVariable String id, @RequestBody CommentText said) {
        return CommentJson.of(comments.add(caller.get(), Ids.run(id), said.text()));
    }

    @PatchMapping("/comments/{id}")
    @Operation(summary = "Change one's own comment")
    CommentJson edit(@PathVariable String id, @RequestBody CommentText said) {
        return CommentJson.of(comments.edit(caller.get(), Ids.uuid("comment", id), said.text()));
    }

    @DeleteMapping("/comments/{id}")
    @Operation(summary = "Delete one's own comment; admins of the project, anybody's")
    @ApiResponse(responseCode = "204", description = "Deleted.")
    ResponseEntity<Void> delete(@PathVariable String id) {
        comments.delete(caller.get(), Ids.uuid("comment", id));
        return ResponseEntity.noContent().build();
    }
}
