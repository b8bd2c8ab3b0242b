package dev.wavetrain.api;

import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.sharing.PasswordChanges;
import dev.wavetrain.sharing.Team;
import dev.wavetrain.sharing.Team.Teammate;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

@RestController
@RequestMapping("/api/v1/accounts")
@Tag(name = "Accounts", description = "The people of this server.")
class AccountsApi {

    @Schema(name = "Account")
    record AccountJson(
            UUID id,
            String name,
            @Schema(description = "Whether the server is theirs.") boolean owner,
            @Schema(description = "Whether they may sign in.") boolean active,
            Instant createdAt,
            @Nullable Instant lastSeenAt,
            @Schema(description = "Names of the shared projects they are seen in.")
                    List<String> projects) {

        static AccountJson of(Teammate mate) {
            return new AccountJson(
                    mate.account().value(),
                    mate.name(),
                    mate.owner(),
                    mate.active(),
                    mate.createdAt(),
                    mate.lastSeenAt(),
                    mate.projects());
        }
    }

    @Schema(name = "PasswordReset")
    record PasswordReset(
            @Schema(description = "Opens the page that sets the password, once.") String url,
            Instant expiresAt) {

        @Override
        public String toString() {
            return "PasswordReset[" + expiresAt + "]";
        }
    }

    private final Team team;
    private final PasswordChanges passwords;
    private final CurrentCaller caller;

    AccountsApi(Team team, PasswordChanges passwords, CurrentCaller caller) {
        this.team = team;
        this.passwords = passwords;
        this.caller = caller;
    }

    @GetMapping
    @Operation(summary = "All accounts for the owner; for others those they share a project with")
    List<AccountJson> list() {
        return team.list(caller.get()).stream().map(AccountJson::of).toList();
    }

    @PostMapping("/{id}/password-reset")
    @Operation(summary = "Make an address by which an account gets a new password")
    @ApiResponse(responseCode = "201", description = "Made.")
    ResponseEntity<PasswordReset> reset(@PathVariable String id) {
        PasswordChanges.Reset reset = passwords.reset(caller.get(), Ids.user(id));
        String url =
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/reset/{key}")
                        .build(reset.key())
                        .toString();
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new PasswordReset(url, reset.expiresAt()));
    }

    @PostMapping("/{id}/deactivate")
    @Operation(summary = "End an account's sessions and tokens and let it sign in no more")
    @ApiResponse(responseCode = "204", description = "Deactivated.")
    @ApiResponse(responseCode = "409", description = "It is the owner's, or not active.")
    ResponseEntity<Void> deactivate(@PathVariable String id) {
        team.deactivate(caller.get(), Ids.user(id));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/reactivate")
    @Operation(summary = "Let an account sign in again; its tokens are gone")
    @ApiResponse(responseCode = "204", description = "Reactivated.")
    @ApiResponse(responseCode = "409", description = "It is active.")
    ResponseEntity<Void> reactivate(@PathVariable String id) {
        team.reactivate(caller.get(), Ids.user(id));
        return ResponseEntity.noContent().build();
    }
}
