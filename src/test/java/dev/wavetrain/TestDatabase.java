package dev.wavetrain;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A new, empty database on the engine that this run of the tests is for. */
public final class TestDatabase {

    private static final boolean POSTGRESQL =
            "postgresql".equals(System.getProperty("wavetrain.test.database", "h2"));

    private TestDatabase() {}

    public static boolean isPostgresql() {
        return POSTGRESQL;
    }

    /** Options for a server whose database outlives it; H2's is a file in the folder. */
    public static String[] kept(Path data) {
        return POSTGRESQL
                ? new String[] {"--wavetrain.database.url=" + TestPostgres.freshDatabase()}
                : new String[] {"--wavetrain.data=" + data};
    }

    private static String fresh() {
        return POSTGRESQL
                ? TestPostgres.freshDatabase()
                : "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    }

    /** Gives each application context a database of its own. */
    static final class Fresh
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPostgres.usedBy(context);
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(
                            new MapPropertySource(
                                    "test database", Map.of("wavetrain.database.url", fresh())));
        }
    }

    /** Leaves tests out, with a word, where their engine does not start. */
    static final class Available implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
            String whyNot = POSTGRESQL ? TestPostgres.whyNot() : "";
            return whyNot.isEmpty()
                    ? ConditionEvaluationResult.enabled("")
                    : ConditionEvaluationResult.disabled(whyNot);
        }
    }
}
