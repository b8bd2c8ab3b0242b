package dev.wavetrain.api;

import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.common.Shared;
import dev.wavetrain.sharing.ShareLinks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Links", description = "Addresses that show something to people without an account.")
class LinksApi {

    @Schema(name = "IssuedLink")
    record IssuedLink(
            UUID id,
            @Schema(description = "Shows it to whoever has the address. Told this once.")
                    String url,
            @Schema(description = "The end of the address, for /api/v1/shared.") String key,
            @Nullable Instant expiresAt) {

        @Override
        public String toString() {
            return "IssuedLink[" + id + "]";
        }
    }

    private final ShareLinks links;
    private final CurrentCaller caller;
    private final Clock clock;

    LinksApi(ShareLinks links, CurrentCaller caller, Clock clock) {
        this.links = links;
        this.caller = caller;
        this.clock = clock;
    }

    @PostMapping("/runs/{id}/links")
    @Operation(summary = "Make a link that shows a run to whoever has it")
    @ApiResponse(responseCode = "201", description = "Made.")
    @ApiResponse(responseCode = "409", description = "The run is in the bin.")
    ResponseEntity<IssuedLink> shareRun(
            @PathVariable String id, @RequestBody(required = false) @Nullable NewLink asked) {
        return make(new Shared.Run(Ids.run(id)), Objects.requireNonNullElse(asked, NewLink.PLAIN));
    }

    @GetMapping("/runs/{id}/links")
    @Operation(summary = "The links to a run that hold, without their addresses")
    List<LinkJson> ofRun(@PathVariable String id) {
        return list(new Shared.Run(Ids.run(id)));
    }

    @PostMapping("/groups/{id}/links")
    @Operation(summary = "Make a link that shows a group, or how it differs from another")
    @ApiResponse(responseCode = "201", description = "Made.")
    ResponseEntity<IssuedLink> shareGroup(
            @PathVariable String id, @RequestBody(required = false) @Nullable NewGroupLink body) {
        NewGroupLink asked = Objects.requireNonNullElse(body, NewGroupLink.PLAIN);
        return make(groups(id, asked.with()), asked.link());
    }

    @GetMapping("/groups/{id}/links")
    @Operation(summary = "The links that hold to a group, or to how it differs from another")
    List<LinkJson> ofGroup(
            @PathVariable String id, @RequestParam(required = false) @Nullable String with) {
        return list(groups(id, with));
    }

    @GetMapping("/projects/{id}/links")
    @Operation(summary = "All links to what is in a project that hold, and who made which")
    List<LinkJson> ofProject(@PathVariable String id) {
        return links.in(caller.get(), Ids.project(id)).stream().map(LinkJson::of).toList();
    }

    @GetMapping("/links/{id}")
    @Operation(summary = "A link that holds, without its address")
    LinkJson find(@PathVariable String id) {
        return LinkJson.of(links.find(caller.get(), Ids.uuid("link", id)));
    }

    @DeleteMapping("/links/{id}")
    @Operation(summary = "Revoke a link: what is open by it ends within seconds")
    @ApiResponse(responseCode = "204", description = "Revoked.")
    ResponseEntity<Void> revoke(@PathVariable String id) {
        links.revoke(caller.get(), Ids.uuid("link", id));
        return ResponseEntity.noContent().build();
    }

    private static Shared groups(String id, @Nullable String with) {
        return with == null
                ? new Shared.Group(Ids.group(id))
                : new Shared.Comparison(Ids.group(id), Ids.group(with));
    }

    private List<LinkJson> list(Shared what) {
        return links.of(caller.get(), what).stream().map(LinkJson::of).toList();
    }

    private ResponseEntity<IssuedLink> make(Shared what, NewLink asked) {
        ShareLinks.Issued issued =
                links.make(caller.get(), what, asked.note(), asked.end(clock.instant()));
        UUID id = issued.link().id();
        String url =
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/shared/{key}")
                        .build(issued.key())
                        .toString();
        return ResponseEntity.created(URI.create("/api/v1/links/" + id))
                .cacheControl(CacheControl.noStore())
                .body(new IssuedLink(id, url, issued.key(), issued.link().expiresAt()));
    }
}
