package dev.wavetrain.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody picks runs, compares them, and sends the address to somebody who reads Japanese. */
class CompareWalkTest {

    @Test
    void runs_are_picked_compared_and_the_address_shows_the_same(@TempDir Path data)
            throws IOException {
        try (SystemBrowser browser = SystemBrowser.open();
                RunningWavetrain wavetrain = RunningWavetrain.owned(data)) {
            threeRuns(wavetrain);
            Page page = browser.visitor();
            wavetrain.signIn(page);
            pick(page, wavetrain);
            results(page);
            picture(page);
            ticks(page);
            String address = page.url();
            influence(page);
            forecasts(page);
            Page mate = browser.visitor("ja-JP", ColorScheme.DARK);
            wavetrain.signIn(mate);
            mate.navigate(address);
            assertThat(mate.locator("h1")).hasText("3 件の実行を比較");
            assertThat(head(mate, "最後の loss")).hasAttribute("aria-sort", "ascending");
            assertThat(mate.locator("wave-chart")).containsText("訓練時間");
            SystemBrowser.screenshot(mate, "12-compare-ja");
        }
    }

    private static void threeRuns(RunningWavetrain wavetrain) {
        String experiment =
                wavetrain
                        .post("api/v1/experiments", Map.of("preset", "damped-simple-rnn"))
                        .path("id")
                        .asString();
        for (double rate : new double[] {0.001, 0.01, 0.05}) {
            wavetrain.post(
                    "api/v1/experiments/" + experiment + "/runs",
                    Map.of(
                            "name",
                            "rate " + rate,
                            "overrides",
                            Map.of("training.epochs", 5, "training.optimizer.learningRate", rate)));
        }
        Awaitility.await()
                .until(() ->
                        wavetrain.get("api/v1/runs?query=state%3DCOMPLETED").path("total").asInt()
                                == 3);
    }

    private static void pick(Page page, RunningWavetrain wavetrain) {
        page.navigate(wavetrain.at("runs"));
        page.locator("tbody .wt-run-pick input").first().check();
        Locator compare =
                page.locator(".wt-bulk")
                        .getByRole(
                                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Compare"));
        assertThat(compare).isHidden();
        page.locator("th.wt-run-pick input").check();
        compare.click();
        assertThat(page).hasURL(Pattern.compile(".*/compare\\?runs=.*"));
        assertThat(page.locator("h1")).hasText("Compare 3 runs");
    }

    private static Locator head(Page page, String name) {
        return page.locator("th", new Page.LocatorOptions().setHasText(name)).first();
    }

    private static void results(Page page) {
        assertThat(page.locator(".wc-legend")).hasCount(3);
        page.waitForFunction("() => document.querySelectorAll('.apexcharts-line').length === 3");
        assertThat(page.locator("td.wt-compare-best").first()).containsText("best");
        assertThat(
                        (Boolean)
                                page.locator(".wt-compare-table")
                                        .first()
                                        .evaluate(
                                                "table => table.scrollWidth <= table.clientWidth"))
                .as("all columns are beside each other at 1280 pixels")
                .isTrue();
        Locator settings = page.locator(".wt-card").last();
        assertThat(settings).containsText("Learning rate");
        assertThat(settings).not().containsText("Batch size");
        head(page, "Final loss").locator("button").click();
        assertThat(head(page, "Final loss")).hasAttribute("aria-sort", "ascending");
        page.locator("vaadin-select").nth(1).click();
        page.locator("vaadin-select-item", hasText("By training time")).click();
        assertThat(page.locator("wave-chart")).containsText("Training time");
        assertThat(page).hasURL(Pattern.compile(".*x=time.*sort=loss.*"));
        SystemBrowser.screenshot(page, "11-compare");
    }

    private static Page.LocatorOptions hasText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static void picture(Page page) throws IOException {
        page.waitForFunction("() => document.querySelectorAll('.apexcharts-line').length === 3");
        Download svg =
                page.waitForDownload(
                        () -> page.locator("button[aria-label='Save as SVG']").click());
        assertThat(svg.suggestedFilename()).isEqualTo("Validation-loss-of-the-compared-runs.svg");
        assertThat(Files.readString(svg.path())).startsWith("<svg").contains("rate 0.05");
        Download table = page.waitForDownload(() -> page.getByText("Table as CSV").click());
        assertThat(Files.readString(table.path())).startsWith("run,name,state,").contains("0.05");
    }

    /** ApexCharts takes the steps of such an axis for hundredths, and writes the same at each. */
    private static void ticks(Page page) {
        page.evaluate(
                "() => { const chart = document.querySelector('wave-chart'); chart.clear();"
                        + " chart.setXRange(0, 0.004);"
                        + " chart.setPoints(chart.lines[0].key, '0:1', '0:1'); }");
        assertThat(page.locator(".apexcharts-xaxis-label tspan"))
                .hasText(
                        new String[] {
                            "0", "0.0005", "0.001", "0.0015", "0.002", "0.0025", "0.003", "0.0035",
                            "0.004"
                        });
    }

    private static void influence(Page page) {
        page.getByText("Settings against results").click();
        Locator plots = page.locator("wave-plot");
        assertThat(plots).hasCount(2);
        assertThat(plots.first().locator(".wp-mark")).hasCount(3);
        Locator first = plots.first().locator(".wp-mark[tabindex='0']");
        first.focus();
        assertThat(plots.first().locator(".wc-hover")).containsText("Learning rate");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/runs/[0-9a-f-]+$"));
        page.goBack();
        assertThat(page.locator("h1")).hasText("Compare 3 runs");
    }

    private static void forecasts(Page page) {
        page.locator(".wt-tabs a", hasText("Forecasts")).click();
        assertThat(page.locator("tbody tr")).hasCount(3);
        assertThat(page.locator("td .wt-compare-best")).hasCount(1);
        assertThat(page.locator("[role=status]", hasText("Working out"))).isHidden();
    }
}
