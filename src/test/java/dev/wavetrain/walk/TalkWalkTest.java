package dev.wavetrain.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people in two browsers: one says something and calls the other, whose bell counts up. */
class TalkWalkTest {

    private static final String ADA = "ada";
    private static final String PASSWORD = "long enough";
    private static final String HOSTILE =
            "<script>alert(1)</script><img src=x onerror=alert(2)> [x](javascript:alert(3)) "
                    + "![y](https://elsewhere.invalid/y.png) \u202eright to left 🌊 ";

    private final List<String> alarms = new ArrayList<>();

    @Test
    void who_is_called_hears_of_it_at_once(@TempDir Path data) {
        try (SystemBrowser browser = SystemBrowser.open();
                RunningWavetrain wavetrain = RunningWavetrain.owned(data)) {
            Page grace = browser.visitor();
            wavetrain.signIn(grace);
            Page ada = join(browser, wavetrain);
            String run = shared(wavetrain);
            List.of(grace, ada).forEach(this::watch);
            ada.navigate(wavetrain.at("runs/" + run + "/notes"));
            grace.navigate(wavetrain.at("runs"));
            assertThat(grace.locator(".wt-bell")).isVisible();
            call(ada);
            heard(grace);
            nothingRuns(wavetrain, run, ada);
        }
    }

    private Page join(SystemBrowser browser, RunningWavetrain wavetrain) {
        String url =
                wavetrain.post("api/v1/invitations", Map.of("note", ADA)).path("url").asString();
        Page ada = browser.visitor();
        ada.navigate(wavetrain.at(url.substring(url.indexOf("join/"))));
        ada.locator("input[name=username]").fill(ADA);
        ada.locator("input[name=password]").fill(PASSWORD);
        ada.locator("button[type=submit]").click();
        ada.locator("vaadin-app-layout").waitFor();
        return ada;
    }

    private static String shared(RunningWavetrain wavetrain) {
        String project =
                wavetrain.post("api/v1/projects", Map.of("name", "Two")).path("id").asString();
        wavetrain.post(
                "api/v1/projects/" + project + "/members",
                Map.of("account", ADA, "role", "VIEWER"));
        String experiment =
                wavetrain
                        .post(
                                "api/v1/experiments",
                                Map.of("preset", "damped-simple-rnn", "project", project))
                        .path("id")
                        .asString();
        // Never ends while the test looks, so that nobody is told of that.
        return wavetrain
                .post(
                        "api/v1/experiments/" + experiment + "/runs",
                        Map.of("overrides", Map.of("training.epochs", 100_000)))
                .path("id")
                .asString();
    }

    private void watch(Page page) {
        page.onDialog(dialog -> {
            alarms.add(dialog.message());
            dialog.dismiss();
        });
        page.onRequest(request -> {
            if (request.url().contains("elsewhere.invalid")) {
                alarms.add(request.url());
            }
        });
    }

    private static void call(Page ada) {
        Locator field = ada.locator(".wt-comment-field textarea");
        field.pressSequentially("Look, @gr");
        assertThat(ada.locator("[role=option]")).hasText(RunningWavetrain.NAME);
        field.press("Enter");
        field.pressSequentially("it falls");
        field.press("Control+Enter");
        assertThat(ada.locator(".wt-comment")).containsText("Look, @grace it falls");
        assertThat(ada.locator(".wt-mention")).hasText("@grace");
        assertThat(field).hasValue("");
    }

    private static void heard(Page grace) {
        assertThat(grace.locator(".wt-bell-count")).hasText("1");
        grace.locator(".wt-bell").click();
        assertThat(grace.locator(".wt-notices li")).containsText("called you in a comment on");
        SystemBrowser.screenshot(grace, "9-notifications");
        grace.locator(".wt-notices a").click();
        grace.waitForURL("**/notes");
        assertThat(grace.locator(".wt-comment")).containsText("it falls");
        assertThat(grace.locator(".wt-bell-count")).isHidden();
    }

    private void nothingRuns(RunningWavetrain wavetrain, String run, Page ada) {
        wavetrain.post(
                "api/v1/runs/" + run + "/comments", Map.of("text", HOSTILE + "W".repeat(9_000)));
        assertThat(ada.locator(".wt-comment")).hasCount(2);
        assertThat(ada.locator(".wt-comment").last()).containsText("<script>alert(1)</script>");
        ada.setViewportSize(390, 844);
        Object beyond =
                ada.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
        assertThat(((Number) beyond).intValue()).as("px beyond the page").isLessThanOrEqualTo(0);
        SystemBrowser.screenshot(ada, "9-hostile-comment");
        assertThat(alarms).isEmpty();
    }
}
