package dev.wavetrain.walk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * axe-core finds nothing serious on any screen. What it looks at depends on the language or on the
 * theme, never on both: two visits see all of it.
 */
class AccessibilityWalkTest {

    private static final Set<String> BAD = Set.of("serious", "critical");

    @TempDir static Path data;
    private static SystemBrowser browser;
    private static RunningWavetrain wavetrain;
    private static String run;
    private static String both;
    private static String project;
    private static String table;
    private static String checkpoint;
    private static String model;

    @BeforeAll
    static void start() {
        browser = SystemBrowser.open();
        wavetrain = RunningWavetrain.owned(data);
        Page page = browser.visitor();
        wavetrain.signIn(page);
        page.navigate(wavetrain.at("experiments"));
        page.locator("vaadin-button[data-preset=sin-to-cos-simple-rnn]").click();
        page.waitForURL("**/runs/*");
        run = page.url().substring(page.url().lastIndexOf("runs/"));
        page.waitForFunction("() => document.title.startsWith('✓')");
        page.navigate(wavetrain.at("data"));
        page.locator(".wt-data-upload").click();
        page.locator("vaadin-upload input[type=file]").setInputFiles(table());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add the data"))
                .click();
        page.waitForURL("**/data/*");
        table = page.url().substring(page.url().lastIndexOf("data/"));
        page.context().close();
        checkpoint = wavetrain.get("api/v1/" + run + "/checkpoints").path(0).path("id").asString();
        String other = wavetrain.train("damped-simple-rnn", Map.of("training.epochs", 2));
        both = "compare?runs=" + run.substring("runs/".length()) + "," + other;
        model = "models/" + promoted();
        project = "projects/" + wavetrain.get("api/v1/" + run).path("project").asString();
    }

    private static FilePayload table() {
        String lines = "hour,temperature\n0,20\n1,21.5\n2,19\n";
        return new FilePayload("office.csv", "text/csv", lines.getBytes(UTF_8));
    }

    private static String promoted() {
        Map<String, Object> asked =
                Map.of(
                        "name", "wave",
                        "checkpoint", wavetrain.checkpoint(run.substring("runs/".length()), 80),
                        "aliases", List.of("champion"));
        return wavetrain.post("api/v1/models", asked).path("id").asString();
    }

    @AfterAll
    static void stop() {
        if (wavetrain != null) {
            wavetrain.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"en-US,LIGHT", "ja-JP,DARK"})
    void no_screen_has_a_serious_fault(String locale, ColorScheme scheme) {
        Page page = browser.visitor(locale, scheme);
        wavetrain.signIn(page);
        for (String screen :
                List.of(
                        "",
                        "runs?group=experiment",
                        "experiments",
                        "experiments/new",
                        run,
                        run + "/forecast",
                        run + "/checkpoints",
                        run + "/configuration",
                        run + "/notes",
                        both,
                        both + "&tab=influence",
                        both + "&tab=forecasts",
                        "data",
                        table,
                        "lab?checkpoints=" + checkpoint,
                        "models",
                        model,
                        "notifications",
                        "workers",
                        "projects",
                        project,
                        project + "/audit",
                        "team",
                        "audit",
                        "bin",
                        "help",
                        "account")) {
            page.navigate(wavetrain.at(screen));
            page.locator("h1").first().waitFor();
            settle(page, screen);
            SystemBrowser.screenshot(page, name(screen, locale, scheme));
            assertThat(faults(page)).as("%s in %s, %s", screen, locale, scheme).isEmpty();
        }
        page.context().close();
    }

    /** Waits for what comes after the page itself: charts, forecasts. */
    private static void settle(Page page, String screen) {
        if (screen.endsWith("new")
                || screen.equals(run)
                || screen.endsWith("forecast")
                || screen.equals(both)
                || screen.startsWith("lab")) {
            // A line that is level has no height, which counts as hidden.
            page.waitForFunction("() => document.querySelector('wave-chart .apexcharts-line')");
        }
    }

    private static List<String> faults(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> BAD.contains(rule.getImpact()))
                        .map(AccessibilityWalkTest::words)
                        .toList();
    }

    private static String words(Rule rule) {
        return rule.getId() + ": " + rule.getNodes().getFirst().getHtml();
    }

    private static String name(String screen, String locale, ColorScheme scheme) {
        String part = screen.replaceAll("[0-9a-f-]{36}", "run").replaceAll("[/?&=,]", "-");
        return "screen-%s-%s-%s"
                .formatted(part.isEmpty() ? "home" : part, locale, scheme.name().toLowerCase());
    }
}
