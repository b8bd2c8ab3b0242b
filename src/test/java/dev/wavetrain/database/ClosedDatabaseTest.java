package dev.wavetrain.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.wavetrain.Application;
import dev.wavetrain.common.DatabaseTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Properties;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** A disk that was full and is not any more needs no restart. */
class ClosedDatabaseTest {

    @TempDir Path data;

    @Test
    void connections_of_a_database_that_closed_itself_are_replaced() throws IOException {
        FilePath disk = new FullDisk();
        FilePath.register(disk);
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl("jdbc:h2:full:" + data.resolve("db") + ";WRITE_DELAY=0");
        settings.setMaximumPoolSize(3);
        settings.setExceptionOverrideClassName(
                ours().getProperty("spring.datasource.hikari.exception-override-class-name"));
        try (HikariDataSource pool = new HikariDataSource(settings)) {
            JdbcTemplate jdbc = new JdbcTemplate(pool);
            jdbc.execute("create table kept (n int)");
            jdbc.update("insert into kept values (1)");

            FullDisk.full = true;
            assertThatThrownBy(() -> fill(jdbc))
                    .isInstanceOf(DataAccessException.class)
                    .matches(e -> DatabaseTrouble.of(e).orElseThrow() == DatabaseTrouble.FULL);
            FullDisk.full = false;

            assertThat(secondTry(jdbc)).isEqualTo(1);
            jdbc.update("insert into kept values (2)");
        } finally {
            FullDisk.full = false;
            FilePath.unregister(disk);
        }
    }

    private static void fill(JdbcTemplate jdbc) {
        for (int i = 0; i < 100; i++) {
            jdbc.execute(
                    "create table more" + i + " as select x, rand() from system_range(1, 9999)");
        }
    }

    /** Each old connection may fail once. */
    private static int secondTry(JdbcTemplate jdbc) {
        DataAccessException last = null;
        for (int i = 0; i < 10; i++) {
            try {
                return jdbc.queryForList("select n from kept", Integer.class).size();
            } catch (DataAccessException closed) {
                last = closed;
            }
        }
        throw new AssertionError("never again", last);
    }

    private static Properties ours() throws IOException {
        try (InputStream in = Application.class.getResourceAsStream("/application.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties;
        }
    }
}
