package dev.wavetrain.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What people do that nobody planned for: pressing twice, two tabs, closing the browser. */
class RoughUseTest {

    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(120_000);

    /** Epochs that take longer than it takes to open a page and close it. */
    private static final int LONG = 400;

    @TempDir static Path data;
    private static SystemBrowser browser;
    private static RunningWavetrain wavetrain;

    @BeforeAll
    static void start() {
        browser = SystemBrowser.open();
        wavetrain = RunningWavetrain.owned(data);
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

    private static Page signedIn() {
        Page page = browser.visitor();
        wavetrain.signIn(page);
        return page;
    }

    private static String trainPreset(Page page, String preset, int clicks) {
        page.navigate(wavetrain.at("experiments"));
        page.locator("vaadin-button[data-preset=" + preset + "]")
                .click(new Locator.ClickOptions().setClickCount(clicks));
        page.waitForURL("**/runs/*");
        return page.url().substring(page.url().lastIndexOf('/') + 1);
    }

    private static long runs() {
        return wavetrain.get("api/v1/runs").get("total").asLong();
    }

    @Test
    void a_double_click_on_train_starts_one_run() {
        Page page = signedIn();
        long before = runs();
        String run = trainPreset(page, "sin-to-cos-simple-rnn", 2);
        assertThat(page.locator(".wt-run-header .wt-badge")).containsText("Completed", PATIENTLY);
        assertThat(runs()).isEqualTo(before + 1);
        assertThat(wavetrain.get("api/v1/runs/" + run).get("state").asString())
                .isEqualTo("COMPLETED");
    }

    @Test
    void training_a_preset_again_adds_a_run_not_an_experiment() {
        Page page = signedIn();
        trainPreset(page, "damped-cos-to-sin-lstm", 1);
        long experiments = wavetrain.get("api/v1/experiments").get("total").asLong();
        trainPreset(page, "damped-cos-to-sin-lstm", 1);
        assertThat(wavetrain.get("api/v1/experiments").get("total").asLong())
                .isEqualTo(experiments);
    }

    @Test
    void two_tabs_follow_one_run_to_its_end() {
        Page one = signedIn();
        String run = trainPreset(one, "damped-simple-rnn", 1);
        Page two = one.context().newPage();
        two.navigate(wavetrain.at("runs/" + run + "/forecast"));
        for (Page tab : List.of(one, two)) {
            assertThat(tab.locator(".wt-run-header .wt-badge"))
                    .containsText("Completed", PATIENTLY);
        }
        // The tab that was opened before there was a checkpoint shows its forecast by itself.
        two.locator(".wt-forecast .wt-table tbody tr").first().waitFor();
    }

    @Test
    void closing_the_browser_does_not_stop_a_run() {
        Page page = signedIn();
        String run = wavetrain.train("damped-gru", Map.of("training.epochs", LONG));
        page.navigate(wavetrain.at("runs/" + run));
        page.locator("wave-chart .apexcharts-line").first().waitFor();
        page.context().close();
        await().atMost(Duration.ofMinutes(5))
                .untilAsserted(() -> {
                    JsonNode now = wavetrain.get("api/v1/runs/" + run);
                    assertThat(now.get("state").asString()).isEqualTo("COMPLETED");
                    assertThat(now.get("epoch").asInt()).isEqualTo(LONG);
                });
    }

    @Test
    void of_two_tabs_that_edit_an_experiment_the_later_is_told_and_loses_nothing() {
        Page one = signedIn();
        one.navigate(wavetrain.at("experiments/new"));
        one.locator("vaadin-button", new Page.LocatorOptions().setHasText("Save")).click();
        one.waitForURL(url -> url.matches(".*/experiments/[0-9a-f-]{36}"));
        Page two = one.context().newPage();
        two.navigate(one.url());
        window(two).waitFor();
        setWindow(one, "21");
        save(one);
        assertThat(one.locator(".wt-page-header")).containsText("Version 2");
        setWindow(two, "22");
        save(two);
        assertThat(two.locator(".wt-banner")).containsText("Version 2 was saved");
        assertThat(window(two)).hasValue("22");
        two.locator(".wt-banner vaadin-button").first().click();
        assertThat(two.locator(".wt-page-header")).containsText("Version 3");
    }

    @Test
    void a_mistake_in_a_formula_is_told_at_its_field_and_nothing_is_saved() {
        Page page = signedIn();
        long before = wavetrain.get("api/v1/experiments").get("total").asLong();
        page.navigate(wavetrain.at("experiments/new"));
        var formula =
                page.locator("vaadin-text-field")
                        .filter(
                                new Locator.FilterOptions()
                                        .setHasText("Signal, as a formula in x"));
        formula.locator("input").fill("sin(x");
        assertThat(formula).containsText("character 6");
        save(page);
        assertThat(formula).containsText("character 6");
        assertThat(wavetrain.get("api/v1/experiments").get("total").asLong()).isEqualTo(before);
    }

    private static Locator window(Page page) {
        return page.getByLabel("Window", new Page.GetByLabelOptions().setExact(true));
    }

    private static void setWindow(Page page, String value) {
        window(page).fill(value);
        window(page).press("Tab");
    }

    private static void save(Page page) {
        page.locator(".wt-page-actions vaadin-button", new Page.LocatorOptions().setHasText("Save"))
                .click();
    }
}
