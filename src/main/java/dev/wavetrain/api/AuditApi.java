package dev.wavetrain.api;

import dev.wavetrain.common.Act;
import dev.wavetrain.common.AuditAction;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.UserId;
import dev.wavetrain.sharing.Audit;
import dev.wavetrain.sharing.AuditEntry;
import dev.wavetrain.sharing.AuditQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Audit", description = "Who did what and when.")
class AuditApi {

    @Schema(name = "AuditEntry")
    record AuditJson(
            @Schema(description = "Greater than those of all before it.") long number,
            Instant time,
            @Schema(description = "The account; null for nobody, as at a refused sign-in.")
                    @Nullable UUID actor,
            @Schema(description = "Its name at that time.") @Nullable String actorName,
            AuditAction action,
            @Schema(description = "What it was done to.") Act.@Nullable Kind kind,
            @Nullable UUID subject,
            @Schema(description = "The subject's name at that time.") @Nullable String subjectName,
            @Nullable UUID project,
            @Schema(description = "A role, an old name.") @Nullable String detail,
            @Schema(description = "Where the request came from.") @Nullable String address) {

        static AuditJson of(AuditEntry entry) {
            Act act = entry.act();
            UserId actor = act.actor();
            ProjectId project = act.project();
            return new AuditJson(
                    entry.number(),
                    entry.at(),
                    actor == null ? null : actor.value(),
                    act.actorName(),
                    act.action(),
                    act.kind(),
                    act.subjectId(),
                    act.subject(),
                    project == null ? null : project.value(),
                    act.detail(),
                    entry.address());
        }
    }

    private final Audit audit;
    private final CurrentCaller caller;

    AuditApi(Audit audit, CurrentCaller caller) {
        this.audit = audit;
        this.caller = caller;
    }

    @GetMapping("/audit")
    @Operation(
            summary = "What was done, the newest first",
            description =
                    "Of the projects that the caller administers; for the owner of the server"
                            + " everything.")
    @ApiResponse(responseCode = "200", description = "One page of it.")
    @ApiResponse(responseCode = "403", description = "The caller does not administer the project.")
    @ApiResponse(responseCode = "404", description = "There is no such project for the caller.")
    Listed<AuditJson> list(
            @RequestParam(required = false) @Nullable String project,
            @Parameter(description = "An account's id, or its name at that time.")
                    @RequestParam(required = false)
                    @Nullable String actor,
            @RequestParam(required = false) @Nullable String action,
            @Parameter(description = "A time, or a day by UTC.") @RequestParam(required = false)
                    @Nullable String from,
            @Parameter(description = "Before this time, or to the end of this day.")
                    @RequestParam(required = false)
                    @Nullable String to,
            @Parameter(description = "Must occur in a name, a detail or the address.")
                    @RequestParam(required = false)
                    @Nullable String text,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        Parameters parameters = new Parameters();
        int number = parameters.page(page);
        int most = parameters.size(size);
        AuditQuery query = query(parameters, project, actor, action, from, to, text);
        return Listed.of(audit.list(caller.get(), query, number, most), AuditJson::of);
    }

    @GetMapping("/audit.csv")
    @Operation(summary = "All of it as CSV")
    @ApiResponse(
            responseCode = "200",
            description =
                    "A line an act, after a header. What a spreadsheet would take for a"
                            + " formula has an apostrophe before it.",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "403", description = "The caller does not administer the project.")
    @ApiResponse(responseCode = "404", description = "There is no such project for the caller.")
    void csv(
            @RequestParam(required = false) @Nullable String project,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String text,
            HttpServletResponse response)
            throws IOException {
        AuditQuery query = query(new Parameters(), project, actor, action, from, to, text);
        Caller asking = caller.get();
        audit.check(asking, query); // Refused before the first byte, or not at all.
        response.setContentType("text/csv");
        response.setCharacterEncoding("UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"wavetrain-audit.csv\"");
        audit.writeCsv(asking, query, response.getOutputStream());
    }

    private static AuditQuery query(
            Parameters parameters,
            @Nullable String project,
            @Nullable String actor,
            @Nullable String action,
            @Nullable String from,
            @Nullable String to,
            @Nullable String text) {
        AuditAction wanted = parameters.choice("action", action, AuditAction.class);
        Instant since = parameters.time("from", from, false);
        Instant until = parameters.time("to", to, true);
        parameters.check();
        return new AuditQuery(
                Ids.projectOrAll(project),
                Objects.requireNonNullElse(actor, ""),
                wanted,
                since,
                until,
                Objects.requireNonNullElse(text, ""));
    }
}
