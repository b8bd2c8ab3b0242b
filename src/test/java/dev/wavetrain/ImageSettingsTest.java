package dev.wavetrain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySourcesPropertyResolver;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/** The container's environment as the application reads it. */
class ImageSettingsTest {

    private static final Pattern SETTING = Pattern.compile("^(?:ENV| {3}) (\\w+)=(\\S+)");

    @Test
    void the_store_lies_in_the_volume_and_keeps_what_was_shown() throws IOException {
        MutablePropertySources sources = new MutablePropertySources();
        sources.addLast(new SystemEnvironmentPropertySource("image", environment()));
        sources.addLast(
                new ResourcePropertySource(new ClassPathResource("application.properties")));

        assertThat(
                        new PropertySourcesPropertyResolver(sources)
                                .getProperty("spring.datasource.url"))
                .startsWith("jdbc:h2:file:/data/wavetrain;")
                .contains("WRITE_DELAY=0", "DB_CLOSE_ON_EXIT=FALSE");
    }

    static Map<String, Object> environment() {
        Map<String, Object> environment = new HashMap<>();
        for (String line : lines(Path.of("docker", "Dockerfile"))) {
            Matcher setting = SETTING.matcher(line);
            if (setting.find()) {
                environment.put(setting.group(1), setting.group(2));
            }
        }
        assertThat(environment).containsKey("OMP_NUM_THREADS");
        return environment;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
