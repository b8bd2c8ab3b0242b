package dev.wavetrain.database;

import dev.wavetrain.common.DatabaseHealth;
import dev.wavetrain.common.OtherProcesses;
import java.sql.DriverManager;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How processes on the same database tell each other what happens. */
@Configuration
class OtherProcessesConfiguration {

    @Bean
    OtherProcesses otherProcesses(
            DataSource database, JdbcConnectionDetails details, DatabaseHealth health) {
        return DatabaseConfiguration.isPostgresql(details.getJdbcUrl())
                ? new NotifiedProcesses(database, own(details), health)
                : new NoOtherProcesses();
    }

    /** Not one of the pool's: it is kept for good, and the pool would count and close it. */
    private static ListenThread.Connecting own(JdbcConnectionDetails details) {
        Properties properties = new Properties();
        properties.putAll(DatabaseConfiguration.POSTGRESQL);
        properties.put("ApplicationName", "wavetrain-listener");
        properties.put("connectTimeout", "2");
        putGiven(properties, "user", details.getUsername());
        putGiven(properties, "password", details.getPassword());
        return () -> DriverManager.getConnection(details.getJdbcUrl(), properties);
    }

    private static void putGiven(Properties properties, String key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            properties.put(key, value);
        }
    }
}
