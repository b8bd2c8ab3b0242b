package dev.wavetrain.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.Page;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.Rule;
import dev.wavetrain.webhooks.Delivery;
import dev.wavetrain.webhooks.WebhookEvent;
import dev.wavetrain.webhooks.Webhooks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
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
@RequestMapping("/api/v1/projects/{id}/webhook")
@Tag(name = "Webhook", description = "Where a project's events are sent to. For its admins.")
class WebhookApi {

    @Schema(name = "WebhookChange")
    record Change(
            @Schema(
                            description = "https://…; what is sent is posted there.",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    String address,
            @Schema(description = "All but TEST where left out.") Set<WebhookEvent> events,
            @Schema(description = "Whether anything is sent; true where left out.")
                    boolean active) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Change read(JsonNode json) {
            Body body = Body.of(json);
            String address = body.requiredText("address");
            Set<WebhookEvent> events = events(body);
            boolean active = body.any("active") == null || body.flag("active");
            body.check();
            return new Change(address, events, active);
        }

        private static Set<WebhookEvent> events(Body body) {
            List<String> names = body.texts("events");
            if (names == null) {
                return WebhookEvent.CHOICES;
            }
            Set<WebhookEvent> events = EnumSet.noneOf(WebhookEvent.class);
            for (String name : names) {
                if (!add(name, events)) {
                    body.wrong("events", Rule.ONE_OF, CHOICES);
                    break;
                }
            }
            return events;
        }

        private static boolean add(String name, Set<WebhookEvent> to) {
            for (WebhookEvent event : WebhookEvent.CHOICES) {
                if (event.name().equals(name)) {
                    to.add(event);
                    return true;
                }
            }
            return false;
        }
    }

    private static final String CHOICES =
            WebhookEvent.CHOICES.stream().map(Enum::name).collect(Collectors.joining(", "));

    @Schema(name = "WebhookSecret")
    record Issued(@Schema(description = "Told this once.") String secret) {

        @Override
        public String toString() {
            return "Issued[]";
        }
    }

    private final Webhooks webhooks;
    private final CurrentCaller caller;

    WebhookApi(Webhooks webhooks, CurrentCaller caller) {
        this.webhooks = webhooks;
        this.caller = caller;
    }

    @GetMapping
    @Operation(summary = "A project's webhook, without its secret")
    @ApiResponse(responseCode = "200", description = "It has one.")
    @ApiResponse(responseCode = "403", description = "Only its admins see it.")
    WebhookJson find(@PathVariable String id) {
        ProjectId project = Ids.project(id);
        return webhooks.find(caller.get(), project)
                .map(WebhookJson::of)
                .orElseThrow(() -> new NotFound("webhook of the project", project));
    }

    @PutMapping
    @Operation(summary = "Make a project's webhook, or change it")
    @ApiResponse(responseCode = "200", description = "Changed.")
    @ApiResponse(responseCode = "201", description = "Made; the secret is told this once.")
    ResponseEntity<WebhookJson> store(@PathVariable String id, @RequestBody Change asked) {
        Webhooks.Stored stored =
                webhooks.store(
                        caller.get(),
                        Ids.project(id),
                        asked.address(),
                        asked.events(),
                        asked.active());
        return ResponseEntity.status(stored.secret() == null ? HttpStatus.OK : HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(WebhookJson.of(stored));
    }

    @DeleteMapping
    @Operation(summary = "Remove a project's webhook, with all that is known of its deliveries")
    @ApiResponse(responseCode = "204", description = "Removed.")
    ResponseEntity<Void> remove(@PathVariable String id) {
        webhooks.remove(caller.get(), Ids.project(id));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/secret")
    @Operation(summary = "Replace the secret at once; the new one is told this once")
    @ApiResponse(responseCode = "200", description = "Replaced.")
    ResponseEntity<Issued> newSecret(@PathVariable String id) {
        String secret = webhooks.newSecret(caller.get(), Ids.project(id));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Issued(secret));
    }

    @PostMapping("/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Send a test, once, also where the webhook is off")
    @ApiResponse(responseCode = "202", description = "It is being sent.")
    @ApiResponse(responseCode = "409", description = "Others are being sent.")
    DeliveryJson test(@PathVariable String id) {
        return DeliveryJson.of(webhooks.test(caller.get(), Ids.project(id)));
    }

    @GetMapping("/deliveries")
    @Operation(summary = "The last deliveries, the newest first")
    @ApiResponse(responseCode = "200", description = "Those that are kept.")
    @ApiResponse(responseCode = "403", description = "Only its admins see them.")
    Listed<DeliveryJson> deliveries(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        Parameters parameters = new Parameters();
        int from = parameters.page(page);
        int most = parameters.size(size);
        parameters.check();
        Page<Delivery> found = webhooks.deliveries(caller.get(), Ids.project(id), from, most);
        return Listed.of(found, DeliveryJson::of);
    }

    @PostMapping("/deliveries/{delivery}/again")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Send a delivery again, under the id that it had")
    @ApiResponse(responseCode = "202", description = "It is being sent.")
    @ApiResponse(responseCode = "409", description = "It still waits, or the webhook is off.")
    DeliveryJson again(@PathVariable String id, @PathVariable String delivery) {
        return DeliveryJson.of(
                webhooks.again(caller.get(), Ids.project(id), Ids.uuid("delivery", delivery)));
    }
}
