package dev.wavetrain.bench;

import dev.wavetrain.Application;
import dev.wavetrain.common.Caller;
import dev.wavetrain.runs.EpochBlocks;
import dev.wavetrain.runs.RunIndex;
import dev.wavetrain.sharing.Accounts;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Fills an empty database: see {@link Filler}. The owner is {@link BenchApplication#NAME}.
 *
 * <p>System properties: {@code runs}; {@code points} of both losses; where to, as {@link Filled}
 * has it: a folder that is not there yet, or an empty PostgreSQL database.
 */
public final class FillBench {

    private FillBench() {}

    public static void main(String[] arguments) throws SQLException {
        Locale.setDefault(Locale.ROOT);
        int runs = Integer.getInteger("runs", 100_000);
        long points = Long.getLong("points", 20_000_000);
        if (Filled.isFolder() && Files.exists(Filled.folder())) {
            throw new IllegalStateException(Filled.folder() + " is there already");
        }
        try (ConfigurableApplicationContext application =
                new SpringApplicationBuilder(Application.class).run(Filled.settings())) {
            Measured measured = Measured.of(() -> fill(application, runs, points));
            System.out.printf("%,d runs, %,d points in %.0f s%n", runs, points, measured.seconds());
        }
    }

    private static void fill(ConfigurableApplicationContext application, int runs, long points) {
        Accounts accounts = application.getBean(Accounts.class);
        Caller owner =
                accounts.caller(
                        accounts.createOwner(BenchApplication.NAME, BenchApplication.PASSWORD)
                                .user());
        try (Connection to = application.getBean(DataSource.class).getConnection()) {
            new Filler(to, owner.user().value(), owner.name(), owner.home().value())
                    .fill(runs, points);
            to.setAutoCommit(true);
            application.getBean(RunIndex.class).complete();
            closeBlocks(to, application.getBean(EpochBlocks.class));
            // What plans are made by.
            to.createStatement().execute("analyze");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void closeBlocks(Connection of, EpochBlocks blocks) throws SQLException {
        try (ResultSet run = of.createStatement().executeQuery("select id, epoch from run")) {
            while (run.next()) {
                blocks.close(run.getObject(1, UUID.class), 0, run.getInt(2));
            }
        }
    }
}
