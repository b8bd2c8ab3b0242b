package dev.wavetrain.faults;

import dev.wavetrain.ApiClient;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Asks where a run stands; empty while nobody answers. */
@FunctionalInterface
interface Stands {

    Optional<Stand> of(String run);

    /** Of a PostgreSQL, past the application: also while no process of it lives. */
    static Stands in(String url) {
        return run -> {
            try (Connection connection = DriverManager.getConnection(url);
                    PreparedStatement asked =
                            connection.prepareStatement(
                                    "select state, epoch, attempt, worker from run"
                                            + " where id = ?")) {
                asked.setObject(1, UUID.fromString(run));
                try (ResultSet row = asked.executeQuery()) {
                    row.next();
                    String worker = row.getString(4);
                    return Optional.of(
                            new Stand(
                                    run,
                                    row.getString(1),
                                    row.getInt(2),
                                    row.getInt(3),
                                    worker == null ? "" : worker));
                }
            } catch (SQLException away) {
                return Optional.empty();
            }
        };
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
