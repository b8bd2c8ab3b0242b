package dev.wavetrain.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.dependency.NpmPackage;
import dev.wavetrain.shell.chart.WaveChart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The committed bundle was built from the front end as it is: nobody is served yesterday's, and no
 * build silently needs Node. How to make it anew is in frontend/README.md.
 */
class BundleFreshnessTests {

    private static final Path BUNDLE = Path.of("src/main/bundles/prod.bundle");
    private static final Path FRONTEND = Path.of("frontend");

    @Test
    void the_bundle_was_built_from_these_sources() throws IOException {
        JsonNode built = stats().get("frontendHashes");
        Map<String, String> now = hashes();
        Map<String, String> then = new TreeMap<>();
        now.keySet().forEach(file -> then.put(file, built.path(file).asString("missing")));

        assertThat(then).isEqualTo(now).isNotEmpty();
    }

    @Test
    void the_bundle_has_the_npm_packages_that_the_code_names() throws IOException {
        NpmPackage charts = WaveChart.class.getAnnotation(NpmPackage.class);
        JsonNode built = stats().get("packageJsonDependencies");

        assertThat(built.path(charts.value()).asString("")).isEqualTo(charts.version());
    }

    /** Vaadin makes a part of each page what files of ours with an annotation import. */
    @Test
    void what_draws_charts_comes_with_the_first_chart() throws IOException {
        List<String> everywhere =
                stats().path("bundleImports").valueStream().map(JsonNode::asString).toList();

        assertThat(everywhere).contains("Frontend/wave-chart.ts").doesNotContain("apexcharts");
    }

    private static JsonNode stats() throws IOException {
        try (ZipFile zip = new ZipFile(BUNDLE.toFile())) {
            byte[] json = zip.getInputStream(zip.getEntry("config/stats.json")).readAllBytes();
            return JsonMapper.shared().readTree(json);
        }
    }

    /**
     * As Vaadin hashes them: without what types alone leave behind, lines ended by one character.
     */
    private static Map<String, String> hashes() throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.list(FRONTEND)) {
            for (Path file : files.filter(BundleFreshnessTests::isBundled).toList()) {
                String text = Files.readString(file).replace("\r\n", "\n");
                hashes.put(file.getFileName().toString(), sha256(text));
            }
        }
        return hashes;
    }

    private static boolean isBundled(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".ts") && !name.endsWith("-types.ts");
    }

    private static String sha256(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
