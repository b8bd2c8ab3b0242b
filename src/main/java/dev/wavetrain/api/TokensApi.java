package dev.wavetrain.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.sharing.Tokens;
import dev.wavetrain.sharing.Tokens.TokenDetails;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
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
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/tokens")
@Tag(name = "Tokens", description = "Personal tokens, to call in one's own name.")
class TokensApi {

    @Schema(name = "NewToken")
    record NewToken(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String name,
            @Schema(description = "When it ends; never, where left out.")
                    @Nullable Instant expiresAt) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static NewToken read(JsonNode json) {
            Body body = Body.of(json);
            NewToken token = new NewToken(body.requiredText("name"), body.time("expiresAt"));
            body.check();
            return token;
        }
    }

    @Schema(name = "IssuedToken")
    record IssuedToken(
            UUID id,
            String name,
            @Schema(description = "Shown this once.") String token,
            Instant createdAt,
            @Nullable Instant expiresAt) {

        static IssuedToken of(Tokens.Issued issued) {
            TokenDetails details = issued.details();
            return new IssuedToken(
                    details.id(),
                    details.name(),
                    issued.token(),
                    details.createdAt(),
                    details.expiresAt());
        }

        @Override
        public String toString() {
            return "IssuedToken[" + id + "]";
        }
    }

    private final Tokens tokens;
    private final CurrentCaller caller;

    TokensApi(Tokens tokens, CurrentCaller caller) {
        this.tokens = tokens;
        this.caller = caller;
    }

    @PostMapping
    @Operation(summary = "Make a token, shown this once")
    @ApiResponse(responseCode = "201", description = "Made.")
    ResponseEntity<IssuedToken> make(@RequestBody NewToken asked) {
        Tokens.Issued issued = tokens.issue(caller.get().user(), asked.name(), asked.expiresAt());
        return ResponseEntity.created(URI.create("/api/v1/tokens/" + issued.details().id()))
                .cacheControl(CacheControl.noStore())
                .body(IssuedToken.of(issued));
    }

    @GetMapping
    @Operation(summary = "My tokens, without the tokens themselves")
    List<TokenDetails> list() {
        return tokens.list(caller.get().user());
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Revoke a token")
    @ApiResponse(responseCode = "204", description = "Revoked.")
    ResponseEntity<Void> revoke(@PathVariable String id) {
        tokens.revoke(caller.get().user(), Ids.uuid("token", id));
        return ResponseEntity.noContent().build();
    }
}
