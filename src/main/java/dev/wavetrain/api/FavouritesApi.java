package dev.wavetrain.api;

import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.runs.Favourites;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/runs/{id}/favourite")
@Tag(name = "Favourites", description = "Runs that one wants at hand.")
class FavouritesApi {

    private final Favourites favourites;
    private final CurrentCaller caller;

    FavouritesApi(Favourites favourites, CurrentCaller caller) {
        this.favourites = favourites;
        this.caller = caller;
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Make a run a favourite of mine; again does nothing")
    @ApiResponse(responseCode = "204", description = "It is one.")
    void add(@PathVariable String id) {
        favourites.set(caller.get(), Ids.run(id), true);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Make a run no favourite of mine; again does nothing")
    @ApiResponse(responseCode = "204", description = "It is none.")
    void remove(@PathVariable String id) {
        favourites.set(caller.get(), Ids.run(id), false);
    }
}
