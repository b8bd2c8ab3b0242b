package dev.wavetrain.api;

import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.workers.Intake;
import dev.wavetrain.workers.Nodes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/workers")
@Tag(name = "Workers", description = "The processes that train.")
class WorkersApi {

    private static final String ITS_OWNER = "Only the owner of the server may.";

    private final Nodes nodes;
    private final CurrentCaller caller;

    WorkersApi(Nodes nodes, CurrentCaller caller) {
        this.nodes = nodes;
        this.caller = caller;
    }

    @GetMapping
    @Operation(summary = "The workers that were heard from within a day, and what each trains")
    Listed<NodeJson> list() {
        List<NodeJson> all = nodes.list(caller.get()).stream().map(NodeJson::of).toList();
        return new Listed<>(all, all.size());
    }

    @PostMapping("/{id}/drain")
    @Operation(
            summary = "Ask a worker to take no new runs",
            description = "It hears that at its next heartbeat. A restart of it forgets that.")
    @ApiResponse(responseCode = "202", description = "It is asked.")
    @ApiResponse(responseCode = "403", description = ITS_OWNER)
    ResponseEntity<NodeJson> drain(
            @PathVariable String id, @RequestBody(required = false) @Nullable DrainRequest asked) {
        return ask(id, Objects.requireNonNullElse(asked, DrainRequest.PLAIN).intake());
    }

    @PostMapping("/{id}/resume")
    @Operation(summary = "Ask a worker to take runs again")
    @ApiResponse(responseCode = "202", description = "It is asked.")
    @ApiResponse(responseCode = "403", description = ITS_OWNER)
    ResponseEntity<NodeJson> resume(@PathVariable String id) {
        return ask(id, Intake.OPEN);
    }

    private ResponseEntity<NodeJson> ask(String id, Intake intake) {
        return ResponseEntity.accepted()
                .body(NodeJson.of(nodes.ask(caller.get(), Ids.node(id), intake)));
    }
}
