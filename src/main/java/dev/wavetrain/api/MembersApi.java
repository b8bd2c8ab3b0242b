package dev.wavetrain.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.common.MemberRole;
import dev.wavetrain.common.Rule;
import dev.wavetrain.sharing.Members;
import dev.wavetrain.sharing.Members.Member;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/projects/{id}/members")
@Tag(name = "Members", description = "Who is in a project, and as what.")
class MembersApi {

    @Schema(name = "Member")
    record MemberJson(
            @Schema(description = "The account's id.") UUID account,
            String name,
            MemberRole role,
            @Schema(description = "Whether the account may sign in.") boolean active) {

        static MemberJson of(Member member) {
            return new MemberJson(
                    member.account().value(), member.name(), member.role(), member.active());
        }
    }

    @Schema(name = "NewMember")
    record NewMember(
            @Schema(
                            description = "The account's name.",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    String account,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) MemberRole role) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static NewMember read(JsonNode json) {
            Body body = Body.of(json);
            String account = body.requiredText("account");
            MemberRole role = requiredRole(body);
            body.check();
            return new NewMember(account, Objects.requireNonNull(role));
        }
    }

    @Schema(name = "RoleChange")
    record RoleChange(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) MemberRole role) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static RoleChange read(JsonNode json) {
            Body body = Body.of(json);
            MemberRole role = requiredRole(body);
            body.check();
            return new RoleChange(Objects.requireNonNull(role));
        }
    }

    private static @Nullable MemberRole requiredRole(Body body) {
        MemberRole role = body.choice("role", MemberRole.class);
        if (body.any("role") == null) {
            body.wrong("role", Rule.REQUIRED);
        }
        return role;
    }

    private final Members members;
    private final CurrentCaller caller;

    MembersApi(Members members, CurrentCaller caller) {
        this.members = members;
        this.caller = caller;
    }

    @GetMapping
    @Operation(summary = "The members of a project, by name")
    List<MemberJson> list(@PathVariable String id) {
        return members.list(caller.get(), Ids.project(id)).stream().map(MemberJson::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add an account to a project")
    @ApiResponse(responseCode = "201", description = "Added.")
    @ApiResponse(responseCode = "409", description = "It is a member, or the project personal.")
    MemberJson add(@PathVariable String id, @RequestBody NewMember asked) {
        return MemberJson.of(
                members.add(caller.get(), Ids.project(id), asked.account(), asked.role()));
    }

    @PatchMapping("/{account}")
    @Operation(summary = "Change what a member may do")
    @ApiResponse(responseCode = "200", description = "Changed.")
    @ApiResponse(responseCode = "409", description = "The project would have no admin.")
    MemberJson change(
            @PathVariable String id, @PathVariable String account, @RequestBody RoleChange asked) {
        return MemberJson.of(
                members.change(caller.get(), Ids.project(id), Ids.user(account), asked.role()));
    }

    @DeleteMapping("/{account}")
    @Operation(summary = "Take a member out, or leave; what they made stays")
    @ApiResponse(responseCode = "204", description = "Removed.")
    @ApiResponse(responseCode = "409", description = "The project would have no admin.")
    ResponseEntity<Void> remove(@PathVariable String id, @PathVariable String account) {
        members.remove(caller.get(), Ids.project(id), Ids.user(account));
        return ResponseEntity.noContent().build();
    }
}
