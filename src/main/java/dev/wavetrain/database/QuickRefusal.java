package dev.wavetrain.database;

import dev.wavetrain.common.DatabaseHealth;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Refuses at once while the database is known to be away: a page or caller that waited for the
 * pool's patience to end would wait for nothing, and hold up all that comes after it.
 */
final class QuickRefusal extends DelegatingDataSource {

    private final DatabaseHealth health;

    QuickRefusal(DataSource pool, DatabaseHealth health) {
        super(pool);
        this.health = health;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (health.isAway()) {
            throw new SQLTransientConnectionException("the database is away");
        }
        return super.getConnection();
    }
}
