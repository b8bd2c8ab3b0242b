package dev.wavetrain.faults;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Asks on one connection, as long as it holds: each new one is a process of the server. */
final class StandsInPostgres implements Stands {

    private final String url;
    private Connection connection;

    StandsInPostgres(String url) {
        this.url = url;
    }

    @Override
    public synchronized Optional<Stand> of(String run) {
        try {
            if (connection == null) {
                connection = DriverManager.getConnection(url);
            }
            return Optional.of(asked(run));
        } catch (SQLException away) {
            forget();
            return Optional.empty();
        }
    }

    private Stand asked(String run) throws SQLException {
        try (PreparedStatement asked =
                connection.prepareStatement(
                        "select state, epoch, attempt, worker from run where id = ?")) {
            asked.setObject(1, UUID.fromString(run));
            try (ResultSet row = asked.executeQuery()) {
                row.next();
                String worker = row.getString(4);
                return new Stand(
                        run,
                        row.getString(1),
                        row.getInt(2),
                        row.getInt(3),
                        worker == null ? "" : worker);
            }
        }
    }

    private void forget() {
        try (Connection _ = connection) {
            connection = null;
        } catch (SQLException gone) {
            // It has gone with its server.
        }
    }
}
