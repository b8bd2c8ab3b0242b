package dev.wavetrain.api;

import dev.wavetrain.database.Backups;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/backups")
@Tag(name = "Backups", description = "Copies of the embedded database, for the owner.")
class BackupsApi {

    private final Backups backups;

    BackupsApi(Backups backups) {
        this.backups = backups;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a backup now, in the folder that the settings name")
    @ApiResponse(responseCode = "201", description = "Made.")
    @ApiResponse(responseCode = "403", description = "Only the owner may.")
    @ApiResponse(responseCode = "409", description = "No folder is set, or it is PostgreSQL.")
    Backups.Backup make() {
        return backups.make();
    }
}
