package dev.wavetrain.faults;

import dev.wavetrain.ApiClient;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Asks where a run stands; empty while nobody answers. */
@FunctionalInterface
interface Stands {

    Optional<Stand> of(String run);

    /** Of a PostgreSQL, past the application: also while no process of it lives. */
    static Stands in(String url) {
        return new StandsInPostgres(url);
    }

    /** As REST tells. */
    static Stands told(Supplier<ApiClient> api) {
        return run -> {
            try {
                ApiClient.Answer answer = api.get().get("/api/v1/runs/" + run);
                if (answer.status() != 200) {
                    return Optional.empty();
                }
                JsonNode json = answer.json();
                return Optional.of(
                        new Stand(
                                run,
                                json.path("state").stringValue(),
                                json.path("epoch").intValue(),
                                json.path("attempt").intValue(),
                                json.path("worker").asString("")));
            } catch (UncheckedIOException away) {
                return Optional.empty();
            }
        };
    }
}
