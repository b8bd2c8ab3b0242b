package dev.wavetrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.common.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertyResolver;
import org.springframework.core.env.PropertySourcesPropertyResolver;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;
import org.yaml.snakeyaml.Yaml;

/** The containers of a team, as Compose would make them and as the application reads them. */
class ComposeTest {

    private static final Path FILE = Path.of("docker", "compose.yaml");

    /** {@code ${NAME}}, {@code ${NAME:-default}} or {@code ${NAME:?what to do}}. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::([-?])([^}]*))?}");

    /** What whoever starts it has set. */
    private static final Map<String, String> GIVEN =
            Map.of(
                    "WAVETRAIN_DATABASE_PASSWORD", "secret of the database",
                    "WAVETRAIN_OWNER_NAME", "owner",
                    "WAVETRAIN_OWNER_PASSWORD", "secret of the owner");

    private final String text = read(FILE);
    private final Map<String, Object> file = new Yaml().load(text);
    private final Map<String, Object> services = map(file.get("services"));

    @Test
    void there_is_a_database_one_web_and_workers() {
        assertThat(services).containsOnlyKeys("database", "web", "worker");
        assertThat(Role.of(settings("web"))).isEqualTo(Role.WEB);
        assertThat(Role.of(settings("worker"))).isEqualTo(Role.WORKER);
        assertThat(service("web")).doesNotContainKey("deploy");
        assertThat(interpolated(map(service("worker").get("deploy")).get("replicas")))
                .isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "worker"})
    void every_setting_is_one_that_the_application_has(String name) {
        Set<String> known =
                tableOf(Path.of("README.md"))
                        .map(setting -> setting.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))
                        .collect(Collectors.toSet());

        assertThat(known).contains("WAVETRAIN_ROLE", "WAVETRAIN_RUNS_RESUME_EVERY");
        assertThat(known).containsAll(map(service(name).get("environment")).keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "worker"})
    void it_is_the_database_beside_it_that_is_used(String name) {
        Map<String, Object> database = map(service("database").get("environment"));
        PropertyResolver settings = settings(name);

        assertThat(settings.getProperty("spring.datasource.url"))
                .isEqualTo("jdbc:postgresql://database:5432/" + database.get("POSTGRES_DB"));
        assertThat(settings.getProperty("spring.datasource.username"))
                .isEqualTo(database.get("POSTGRES_USER"));
        assertThat(settings.getProperty("spring.datasource.password"))
                .isEqualTo(interpolated(database.get("POSTGRES_PASSWORD")))
                .isEqualTo("secret of the database");
        assertThat(String.valueOf(service("database").get("image"))).matches("postgres:1[5-9]");
    }

    @Test
    void the_first_account_is_made_by_the_web_process() {
        assertThat(settings("web").getProperty("wavetrain.owner.name")).isEqualTo("owner");
        assertThat(settings("web").getProperty("wavetrain.owner.password"))
                .isEqualTo("secret of the owner");
        assertThat(settings("worker").getProperty("wavetrain.owner.name")).isNull();
    }

    @Test
    void secrets_come_from_the_environment_and_have_no_default() {
        List<MatchResult> secrets =
                VARIABLE.matcher(text)
                        .results()
                        .filter(variable -> variable.group(1).contains("PASSWORD"))
                        .toList();
        assertThat(secrets)
                .hasSize(3)
                .allSatisfy(secret -> {
                    assertThat(secret.group(2)).isEqualTo("?");
                    assertThat(secret.group(3)).isNotBlank();
                });
        assertThat(text.lines().filter(line -> line.matches(".*PASSWORD\\w*:.*")))
                .hasSize(3)
                .allMatch(line -> line.strip().matches("\\w+: \\$\\{\\w+:\\?[^}]+}"));
    }

    @Test
    void only_the_pages_are_reachable_and_at_the_port_they_are_served_on() throws IOException {
        String port = settings("web").getProperty("server.port");
        assertThat(port).isEqualTo(settings("worker").getProperty("server.port"));
        assertThat(Files.readString(Path.of("docker", "Dockerfile"))).contains("EXPOSE " + port);
        List<?> published = (List<?>) service("web").get("ports");
        assertThat(published).hasSize(1);
        assertThat(interpolated(published.getFirst())).isEqualTo("8080:" + port);
        assertThat(service("worker")).doesNotContainKey("ports");
        assertThat(service("database")).doesNotContainKey("ports");
    }

    /** That every role answers at this address is held by {@link RolesTest}. */
    @ParameterizedTest
    @ValueSource(strings = {"web", "worker"})
    void each_waits_for_a_database_that_is_well_and_is_asked_how_it_is(String name)
            throws IOException {
        assertThat(map(map(service(name).get("depends_on")).get("database")))
                .containsEntry("condition", "service_healthy");
        assertThat(map(service("database").get("healthcheck")).get("test"))
                .asString()
                .contains("pg_isready");
        assertThat(service(name)).doesNotContainKey("healthcheck");
        assertThat(Files.readString(Path.of("docker", "Dockerfile")))
                .containsPattern("(?s)HEALTHCHECK.*127\\.0\\.0\\.1/8080.*" + RolesTest.READY);
        Map<String, Object> build = map(service(name).get("build"));
        assertThat(
                        FILE.resolveSibling(String.valueOf(build.get("context")))
                                .resolve(String.valueOf(build.get("dockerfile")))
                                .normalize())
                .isRegularFile();
    }

    @Test
    void what_is_stored_lies_in_a_volume() {
        assertThat(service("database").get("volumes"))
                .isEqualTo(List.of("database:/var/lib/postgresql/data"));
        assertThat(map(file.get("volumes"))).containsOnlyKeys("database");
    }

    /** As the application in that container sees it. */
    private PropertyResolver settings(String name) {
        Map<String, Object> environment = new HashMap<>(ImageSettingsTest.environment());
        map(service(name).get("environment"))
                .forEach((key, value) -> environment.put(key, interpolated(value)));
        MutablePropertySources sources = new MutablePropertySources();
        sources.addLast(new SystemEnvironmentPropertySource("container", environment));
        try {
            sources.addLast(
                    new ResourcePropertySource(new ClassPathResource("application.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PropertySourcesPropertyResolver(sources);
    }

    private static String interpolated(Object value) {
        return VARIABLE.matcher(String.valueOf(value))
                .replaceAll(variable -> Matcher.quoteReplacement(valueOf(variable)));
    }

    private static String valueOf(MatchResult variable) {
        boolean hasDefault = "-".equals(variable.group(2));
        String value = GIVEN.getOrDefault(variable.group(1), hasDefault ? variable.group(3) : null);
        assertThat(value).as(variable.group()).isNotNull();
        return value;
    }

    /** The names in the first column of the table of settings. */
    private static Stream<String> tableOf(Path readme) {
        return read(readme)
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(0, line.indexOf('|', 1)))
                .flatMap(cell -> Pattern.compile("`([a-z.-]+)`").matcher(cell).results())
                .map(name -> name.group(1));
    }

    private Map<String, Object> service(String name) {
        return map(services.get(name));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        assertThat(node).isInstanceOf(Map.class);
        return (Map<String, Object>) node;
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
