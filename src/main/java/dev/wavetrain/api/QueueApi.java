package dev.wavetrain.api;

import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.workers.TrainingQueue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/queue")
@Tag(name = "Queue", description = "Runs that wait for a slot.")
class QueueApi {

    private final TrainingQueue queue;
    private final CurrentCaller caller;

    QueueApi(TrainingQueue queue, CurrentCaller caller) {
        this.queue = queue;
        this.caller = caller;
    }

    @GetMapping
    @Operation(summary = "The runs that wait, in the order in which they will start")
    Listed<QueuedJson> list(
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        Parameters parameters = new Parameters();
        int from = parameters.page(page);
        int most = parameters.size(size);
        parameters.check();
        return Listed.of(queue.list(caller.get(), from, most), QueuedJson::of);
    }

    @PostMapping("/{runId}/move")
    @ResponseStatus(HttpStatus.OK)
    @Operation(
            summary = "Move a waiting run to another position",
            description =
                    "Its priority changes where that is needed to be there. Of two moves at once"
                            + " the later one finds the queue as the earlier one left it. The answer"
                            + " is the beginning of the queue.")
    @ApiResponse(responseCode = "200", description = "Moved.")
    @ApiResponse(responseCode = "403", description = "It is somebody else's run.")
    @ApiResponse(responseCode = "409", description = "It does not wait any more.")
    Listed<QueuedJson> move(@PathVariable String runId, @RequestBody QueueMove asked) {
        queue.move(caller.get(), Ids.run(runId), asked.to());
        return list(null, null);
    }
}
