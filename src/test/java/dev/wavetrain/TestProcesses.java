package dev.wavetrain;

import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Applications that share a new PostgreSQL database, as processes would. */
public final class TestProcesses implements AutoCloseable {

    private final String url = TestPostgres.freshDatabase();
    public final ConfigurableApplicationContext web;
    public final ConfigurableApplicationContext worker;

    /**
     * @param more a configuration for both, besides the application's own
     */
    public TestProcesses(Class<?> more, String... options) {
        web = start(more, with(options, "--wavetrain.role=web"));
        worker = start(more, with(options, "--wavetrain.role=worker"));
    }

    /** A worker's default, a free port, is the web's here too. */
    private ConfigurableApplicationContext start(Class<?> more, String[] options) {
        ConfigurableApplicationContext process =
                new SpringApplicationBuilder(Application.class, more)
                        .run(
                                with(
                                        options,
                                        "--wavetrain.database.url=" + url,
                                        "--server.port=0",
                                        "--wavetrain.owner.name=" + IntegrationTest.OWNER,
                                        "--wavetrain.owner.password=" + IntegrationTest.PASSWORD));
        TestPostgres.usedBy(process);
        return process;
    }

    public static int port(ConfigurableApplicationContext process) {
        return Integer.parseInt(process.getEnvironment().getProperty("local.server.port", "0"));
    }

    @Override
    public void close() {
        worker.close();
        web.close();
    }

    private static String[] with(String[] options, String... more) {
        return Stream.concat(Arrays.stream(options), Arrays.stream(more)).toArray(String[]::new);
    }
}
