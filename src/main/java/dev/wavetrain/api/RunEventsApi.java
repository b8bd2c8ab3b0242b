package dev.wavetrain.api;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.sharing.CallLives;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@Tag(name = "Runs")
class RunEventsApi {

    private final RunEventStreams streams;
    private final RunSources sources;
    private final CurrentCaller caller;
    private final CallLives lives;

    RunEventsApi(
            RunEventStreams streams, RunSources sources, CurrentCaller caller, CallLives lives) {
        this.streams = streams;
        this.sources = sources;
        this.caller = caller;
        this.lives = lives;
    }

    @GetMapping(
            path = "/api/v1/runs/{id}/events",
            produces = {
                MediaType.TEXT_EVENT_STREAM_VALUE,
                MediaType.APPLICATION_PROBLEM_JSON_VALUE
            })
    @Operation(
            summary = "A run as it happens, by server-sent events",
            description =
                    "`state`: the run, at each change of its state. `metrics`: as the metrics call"
                            + " gives them, those since the last event. `checkpoint`: one that was"
                            + " saved. The stream ends with the run.")
    @ApiResponse(
            responseCode = "200",
            description = "Events until the run ends.",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "204",
            description = "The run has ended and the caller has heard all of it.",
            content = @Content)
    ResponseEntity<SseEmitter> events(
            @PathVariable String id,
            @Parameter(description = "The last event heard; what came after it is sent.")
                    @RequestHeader(name = "Last-Event-ID", required = false)
                    @Nullable String last) {
        Caller asking = caller.get();
        RunId run = Ids.run(id);
        RunDetails now = sources.runs().find(asking, run);
        StreamPosition position = StreamPosition.parse(last);
        if (now.state().isFinal() && now.state() == position.state()) {
            return ResponseEntity.noContent().build();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .cacheControl(CacheControl.noStore())
                // Proxies that buffer would hold events back.
                .header("X-Accel-Buffering", "no")
                .body(streams.open(asking, lives.current(), run, position));
    }
}
