package dev.wavetrain.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Whatever people can name or write is markup, scripts, right-to-left marks, emoji, and as long as
 * may be: no page runs any of it, fetches anything for it, or is wider than the screen.
 */
class InjectionWalkTest {

    private static final String MARKUP =
            "\"'><script>window.ran=1</script><img src=x onerror=window.ran=2>"
                    + "<svg onload=window.ran=3>${7*7}{{7*7}}";
    private static final String RIGHT_TO_LEFT = "\u200fעברית\u200e 🌊👩‍🔬";
    private static final int WIDE = 1440;
    private static final int NARROW = 390;
    private static final int HIGH = 900;
    private static final int MOST_NAME = 200;
    private static final int MOST_PROJECT_NAME = 100;
    private static final int MOST_TAG = 50;
    private static final int MOST_TEXT = 10_000;

    private final List<String> alarms = new ArrayList<>();

    @Test
    void nothing_that_people_write_runs_or_breaks_a_page(@TempDir Path data) {
        try (SystemBrowser browser = SystemBrowser.open();
                RunningWavetrain wavetrain = RunningWavetrain.owned(data)) {
            List<String> places = fill(wavetrain);
            Page page = browser.visitor();
            watch(page);
            wavetrain.signIn(page);
            archive(page, wavetrain);
            places.forEach(place -> open(page, wavetrain.at(place)));
            // Last, as what is not saved keeps the page.
            editor(page, wavetrain);
            assertThat(alarms).isEmpty();
        }
    }

    /** Everything that can be written, over REST; where it can be read. */
    private static List<String> fill(RunningWavetrain wavetrain) {
        String project = id(wavetrain.post("api/v1/projects", Map.of("name", project())));
        String experiment =
                id(
                        wavetrain.post(
                                "api/v1/experiments",
                                Map.of(
                                        "preset",
                                        "damped-simple-rnn",
                                        "project",
                                        project,
                                        "name",
                                        name("experiment"))));
        JsonNode group =
                wavetrain.post(
                        "api/v1/experiments/" + experiment + "/runs",
                        Map.of(
                                "name", name("run"),
                                "seeds", List.of(1, 2, 3),
                                "tags", List.of(cut(MARKUP, MOST_TAG), "W".repeat(MOST_TAG)),
                                "overrides", Map.of("training.epochs", 2)));
        String run = group.path("runs").path(0).path("id").asString();
        String third = group.path("runs").path(2).path("id").asString();
        String binned = group.path("runs").path(1).path("id").asString();
        assertThat(run).as("%s", group).isNotEmpty();
        wavetrain.patch("api/v1/runs/" + run, Map.of("notes", text("note")));
        wavetrain.post("api/v1/runs/" + run + "/comments", Map.of("text", text("comment")));
        String model =
                id(
                        wavetrain.post(
                                "api/v1/models",
                                Map.of(
                                        "name", "w".repeat(64),
                                        "checkpoint", promoted(wavetrain, run),
                                        "note", cut(text("note"), 2_000),
                                        "aliases", List.of("champion", "w".repeat(32)))));
        wavetrain.post("api/v1/tokens", Map.of("name", project()));
        String link =
                wavetrain
                        .post("api/v1/runs/" + run + "/links", Map.of("note", project()))
                        .path("url")
                        .asString();
        wavetrain.delete("api/v1/runs/" + binned);
        String shared = link.substring(link.indexOf("shared/"));
        return List.of(
                "",
                "runs",
                "runs?group=tag",
                "runs/" + run,
                "runs/" + run + "/forecast",
                "runs/" + run + "/checkpoints",
                "runs/" + run + "/configuration",
                "runs/" + run + "/notes",
                "groups/" + id(group.path("group")),
                "compare?runs=" + run + "," + third,
                "compare?tab=influence&runs=" + run + "," + third,
                "compare?tab=forecasts&runs=" + run + "," + third,
                "experiments",
                "experiments/new?from=" + experiment,
                "models",
                "models/" + model,
                "projects",
                "projects/" + project,
                "projects/" + project + "/audit",
                "notifications",
                "team",
                "account",
                "bin",
                "audit",
                shared,
                shared + "/configuration",
                shared + "/notes");
    }

    /** Its last weights, once there are some. */
    private static String promoted(RunningWavetrain wavetrain, String run) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> wavetrain.get("api/v1/runs/" + run).path("state").asString(),
                        "COMPLETED"::equals);
        return wavetrain.checkpoint(run, 2);
    }

    private static String id(JsonNode made) {
        assertThat(made.path("id").asString("")).as("%s", made).isNotEmpty();
        return made.path("id").asString();
    }

    private static String name(String what) {
        return cut(what + " " + MARKUP + RIGHT_TO_LEFT + "W".repeat(MOST_NAME), MOST_NAME);
    }

    private static String project() {
        return cut(RIGHT_TO_LEFT + MARKUP + "W".repeat(MOST_PROJECT_NAME), MOST_PROJECT_NAME);
    }

    private static String text(String what) {
        String markdown =
                MARKUP
                        + " [a](javascript:window.ran=4) ![b](https://elsewhere.invalid/b.png)"
                        + " <https://elsewhere.invalid> \n\n| a | b |\n|---|---|\n| "
                        + "W".repeat(500)
                        + " | b |\n\n```html\n"
                        + MARKUP
                        + "\n```\n\n"
                        + RIGHT_TO_LEFT
                        + " ";
        return cut(what + markdown + "W".repeat(MOST_TEXT), MOST_TEXT);
    }

    private static String cut(String text, int most) {
        return text.substring(0, Math.min(most, text.length()));
    }

    private void watch(Page page) {
        page.onDialog(dialog -> {
            alarms.add(dialog.message());
            dialog.dismiss();
        });
        page.onRequest(request -> {
            if (request.url().contains("elsewhere.invalid") || request.url().endsWith("/x")) {
                alarms.add(request.url());
            }
        });
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                alarms.add(message.text());
            }
        });
    }

    private void open(Page page, String address) {
        page.setViewportSize(WIDE, HIGH);
        page.navigate(address);
        page.locator("h1").first().waitFor();
        check(page, address);
        page.setViewportSize(NARROW, HIGH);
        check(page, address + " on a phone");
    }

    private void check(Page page, String where) {
        assertThat(page.evaluate("() => window.ran ?? 0")).as("run by %s", where).isEqualTo(0);
        Object beyond =
                page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
        assertThat(((Number) beyond).intValue())
                .as("px beyond the page of %s", where)
                .isLessThanOrEqualTo(0);
        assertThat(alarms).as(where).isEmpty();
    }

    private void editor(Page page, RunningWavetrain wavetrain) {
        page.navigate(wavetrain.at("experiments/new"));
        Locator formula =
                page.locator(
                        "vaadin-text-field",
                        new Page.LocatorOptions().setHasText("Signal, as a formula in x"));
        for (String text : List.of(MARKUP, RIGHT_TO_LEFT, "W".repeat(MOST_TEXT))) {
            formula.locator("input").fill(text);
            assertThat(formula).hasAttribute("invalid", "");
        }
        check(page, "the editor");
    }

    private void archive(Page page, RunningWavetrain wavetrain) {
        page.navigate(wavetrain.at("projects"));
        page.locator("vaadin-button", new Page.LocatorOptions().setHasText("Import"))
                .first()
                .click();
        String name = "<img src=x onerror=window.ran=5>\u202e" + "W".repeat(150) + ".zip";
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload(name, "application/zip", new byte[] {1, 2, 3}));
        assertThat(page.locator(".wt-refused")).containsText("no ZIP file");
        SystemBrowser.screenshot(page, "hostile-file-name");
        check(page, "the import");
    }
}
