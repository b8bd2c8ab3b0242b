package dev.wavetrain.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.wavetrain.common.DatabaseHealth;
import dev.wavetrain.common.Role;
import dev.wavetrain.common.StartRefused;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Which database it is to be, and what is asked of one before its tables are touched. */
@Configuration
@EnableConfigurationProperties(BackupSettings.class)
class DatabaseConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseConfiguration.class);
    private static final int OLDEST_POSTGRESQL = 15;
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(3);

    /**
     * A connection whose other end vanished without a word is given up after these seconds. The
     * server gives up a transaction in whose middle our process stands still: else the run that it
     * has locked could be taken over by nobody. No question here takes so long that compiling it
     * first would pay.
     */
    static final Map<String, String> POSTGRESQL =
            Map.of(
                    "ApplicationName", "wavetrain",
                    "connectTimeout", "5",
                    "socketTimeout", "60",
                    "tcpKeepAlive", "true",
                    "options", "-c idle_in_transaction_session_timeout=10s -c jit=off",
                    "reWriteBatchedInserts", "true");

    @Bean
    static BeanFactoryPostProcessor knownDatabase(Environment environment) {
        String url = environment.getProperty("wavetrain.database.url", "jdbc:h2:");
        Role role = Role.of(environment);
        return _ -> {
            requireKnown(url);
            requireShared(url, role);
        };
    }

    @Bean
    DatabaseHealth databaseHealth() {
        return new DatabaseHealth();
    }

    @Bean
    static BeanPostProcessor driverSettings(ObjectProvider<DatabaseHealth> health) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool && isPostgresql(pool.getJdbcUrl())) {
                    POSTGRESQL.forEach(pool.getDataSourceProperties()::putIfAbsent);
                }
                return bean;
            }

            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool && isPostgresql(pool.getJdbcUrl())
                        ? new QuickRefusal(pool, health.getObject())
                        : bean;
            }
        };
    }

    @Bean
    FlywayMigrationStrategy checkedFirst(Clock clock) {
        return flyway -> {
            check(flyway.getConfiguration().getDataSource(), clock);
            flyway.migrate();
        };
    }

    @Bean
    BackupTimer backupTimer(BackupSettings settings, Backups backups, Clock clock) {
        return new BackupTimer(settings, backups, clock);
    }

    static void requireKnown(String url) {
        if (Stream.of("jdbc:h2:", "jdbc:postgresql:").noneMatch(url::startsWith)) {
            throw new StartRefused(
                    "wavetrain.database.url names no database that Wavetrain knows.",
                    "Write jdbc:postgresql://HOST:5432/NAME, or leave it out for the embedded one.");
        }
    }

    /** The embedded database belongs to one process. */
    static void requireShared(String url, Role role) {
        if (role != Role.ALL && !isPostgresql(url)) {
            throw new StartRefused(
                    Role.SETTING
                            + "="
                            + role.word()
                            + " needs a database that several processes share: PostgreSQL.",
                    "Set wavetrain.database.url, or leave wavetrain.role out.");
        }
    }

    static boolean isPostgresql(@Nullable String url) {
        return url != null && url.startsWith("jdbc:postgresql:");
    }

    private static void check(DataSource database, Clock clock) {
        try (Connection connection = database.getConnection()) {
            if (!isPostgresql(connection.getMetaData().getURL())) {
                return;
            }
            int version = connection.getMetaData().getDatabaseMajorVersion();
            try (Statement statement = connection.createStatement();
                    ResultSet row =
                            statement.executeQuery(
                                    "select current_setting('server_encoding'), clock_timestamp()")) {
                row.next();
                requireFit(version, row.getString(1));
                Instant there = row.getObject(2, OffsetDateTime.class).toInstant();
                clockTrouble(clock.instant(), there).ifPresent(LOG::warn);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the database cannot be asked what it is", failed);
        }
    }

    /**
     * By its clock each worker judges how long another was silent: where clocks differ, a run may
     * be taken from a worker that lives, which costs time though no epoch.
     */
    static Optional<String> clockTrouble(Instant here, Instant there) {
        Duration ahead = Duration.between(there, here);
        return ahead.abs().compareTo(CLOCKS_DIFFER) <= 0
                ? Optional.empty()
                : Optional.of(
                        "This machine's clock and the database's differ by %d s: set both by NTP, or"
                                        .formatted(ahead.abs().toSeconds())
                                + " workers take runs from each other.");
    }

    static void requireFit(int version, String encoding) {
        if (version < OLDEST_POSTGRESQL) {
            throw new StartRefused(
                    "PostgreSQL " + version + " is too old.",
                    "Wavetrain needs PostgreSQL " + OLDEST_POSTGRESQL + " or later.");
        }
        if (!encoding.equals("UTF8")) {
            throw new StartRefused(
                    "The database keeps texts as " + encoding + ", which not all fit into.",
                    "Create it anew with encoding 'UTF8'.");
        }
    }
}
