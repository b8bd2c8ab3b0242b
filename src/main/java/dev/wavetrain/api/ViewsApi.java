package dev.wavetrain.api;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.runs.ListColumns;
import dev.wavetrain.runs.ListSettings;
import dev.wavetrain.runs.SavedView;
import dev.wavetrain.runs.SavedViews;
import dev.wavetrain.runs.ViewId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Objects;
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

@RestController
@RequestMapping("/api/v1/views")
@Tag(
        name = "Views",
        description =
                "Settings of the list of runs under a name; /runs?view=ID opens one. They give no"
                        + " rights: everybody sees their own runs through them.")
class ViewsApi {

    private final SavedViews views;
    private final CurrentCaller caller;

    ViewsApi(SavedViews views, CurrentCaller caller) {
        this.views = views;
        this.caller = caller;
    }

    @GetMapping
    @Operation(summary = "The caller's views, by name")
    Listed<ViewJson> own() {
        Caller me = caller.get();
        List<SavedView> own = views.own(me);
        return new Listed<>(
                own.stream().map(view -> ViewJson.of(view, me.user())).toList(), own.size());
    }

    @PostMapping
    @Operation(summary = "Save a view")
    @ApiResponse(responseCode = "201", description = "Saved.")
    @ApiResponse(responseCode = "409", description = "The caller has as many as one may have.")
    ResponseEntity<ViewJson> save(@RequestBody ViewChanges asked) {
        ListSettings settings = asked.over(ListSettings.plain(ListColumns.USUAL));
        SavedView view =
                views.save(caller.get(), Objects.requireNonNullElse(asked.name(), ""), settings);
        return ResponseEntity.created(URI.create("/api/v1/views/" + view.id()))
                .body(ViewJson.of(view, view.owner()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One's own view, or one of somebody with whom one shares a project")
    ViewJson find(@PathVariable String id) {
        Caller me = caller.get();
        return ViewJson.of(views.find(me, view(id)), me.user());
    }

    @PatchMapping("/{id}")
    @Operation(
            summary = "Rename or change one's own view",
            description = "What is left out stays, whoever else changes that at the same time.")
    @ApiResponse(responseCode = "200", description = "Changed.")
    @ApiResponse(responseCode = "403", description = "It is a teammate's.")
    ViewJson change(@PathVariable String id, @RequestBody ViewChanges changes) {
        Caller me = caller.get();
        return ViewJson.of(views.change(me, view(id), changes.name(), changes::over), me.user());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete one's own view")
    @ApiResponse(responseCode = "204", description = "Deleted.")
    @ApiResponse(responseCode = "403", description = "It is a teammate's.")
    void delete(@PathVariable String id) {
        views.delete(caller.get(), view(id));
    }

    private static ViewId view(String id) {
        return new ViewId(Ids.uuid("view", id));
    }
}
