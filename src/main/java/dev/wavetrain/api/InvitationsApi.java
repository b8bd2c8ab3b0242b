package dev.wavetrain.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.common.MemberRole;
import dev.wavetrain.sharing.Invitations;
import dev.wavetrain.sharing.Invitations.Invitation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
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
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/invitations")
@Tag(name = "Invitations", description = "Addresses by which people make an account, once.")
class InvitationsApi {

    @Schema(name = "NewInvitation")
    record NewInvitation(
            @Schema(description = "Whom it is for; nobody reads it but the owner.")
                    @Nullable String note,
            @Schema(description = "A project that the account is to be a member of.")
                    @Nullable String project,
            @Schema(description = "As what; EDITOR where left out.") @Nullable MemberRole role,
            @Schema(description = "When it ends; a week from now, where left out.")
                    @Nullable Instant expiresAt) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static NewInvitation read(JsonNode json) {
            Body body = Body.of(json);
            NewInvitation invitation =
                    new NewInvitation(
                            body.text("note"),
                            body.text("project"),
                            body.choice("role", MemberRole.class),
                            body.time("expiresAt"));
            body.check();
            return invitation;
        }
    }

    @Schema(name = "IssuedInvitation")
    record IssuedInvitation(
            UUID id,
            @Schema(description = "Opens the page that makes the account. Shown this once.")
                    String url,
            @Nullable UUID project,
            @Nullable MemberRole role,
            Instant expiresAt) {

        @Override
        public String toString() {
            return "IssuedInvitation[" + id + "]";
        }
    }

    private final Invitations invitations;
    private final CurrentCaller caller;

    InvitationsApi(Invitations invitations, CurrentCaller caller) {
        this.invitations = invitations;
        this.caller = caller;
    }

    @PostMapping
    @Operation(summary = "Invite somebody who has no account yet")
    @ApiResponse(responseCode = "201", description = "Made.")
    @ApiResponse(responseCode = "404", description = "There is no such project for the caller.")
    @ApiResponse(responseCode = "409", description = "The project is a personal one.")
    ResponseEntity<IssuedInvitation> make(
            @RequestBody(required = false) @Nullable NewInvitation body) {
        NewInvitation asked =
                Objects.requireNonNullElse(body, new NewInvitation(null, null, null, null));
        Invitations.Issued issued =
                invitations.invite(
                        caller.get(),
                        Objects.requireNonNullElse(asked.note(), ""),
                        Ids.projectOrAll(asked.project()),
                        asked.role(),
                        asked.expiresAt());
        Invitation made = issued.invitation();
        String url =
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/join/{key}")
                        .build(issued.key())
                        .toString();
        return ResponseEntity.created(URI.create("/api/v1/invitations/" + made.id()))
                .cacheControl(CacheControl.noStore())
                .body(
                        new IssuedInvitation(
                                made.id(), url, made.project(), made.role(), made.expiresAt()));
    }

    @GetMapping
    @Operation(summary = "Invitations that may still be used, without their addresses")
    List<Invitation> list() {
        return invitations.open(caller.get());
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Revoke an invitation")
    @ApiResponse(responseCode = "204", description = "Revoked.")
    ResponseEntity<Void> revoke(@PathVariable String id) {
        invitations.revoke(caller.get(), Ids.uuid("invitation", id));
        return ResponseEntity.noContent().build();
    }
}
