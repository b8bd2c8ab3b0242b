package dev.wavetrain.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stranger's first minute, in a real browser; screenshots are left in target/screenshots. */
class FirstMinuteWalkTest {

    private static final double AT_ONCE_MILLIS = 2_000;

    /** A machine busy with other things may be late once; it is not late thrice. */
    private static final int ATTEMPTS = 3;

    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(120_000);

    @Test
    void a_newcomer_trains_a_preset_sees_its_forecast_and_finds_both_again_after_a_restart(
            @TempDir Path data) {
        try (SystemBrowser browser = SystemBrowser.open()) {
            String run;
            Seen before;
            try (RunningWavetrain wavetrain = RunningWavetrain.unowned(data)) {
                Page page = browser.visitor();
                becomeOwner(wavetrain, page);
                double millis = train(wavetrain, page);
                assertThat(millis).as("ms from click to curve").isLessThan(AT_ONCE_MILLIS);
                assertThat(page.locator(".wt-run-header")).containsText("500 / 500", PATIENTLY);
                assertThat(page.locator(".wt-run-header .wt-badge"))
                        .containsText("Completed", PATIENTLY);
                SystemBrowser.screenshot(page, "3-trained");
                run = page.url().substring(page.url().indexOf("runs/"));
                before = look(page);
                SystemBrowser.screenshot(page, "4-forecast");
            }
            try (RunningWavetrain again = RunningWavetrain.unowned(data)) {
                Page page = browser.visitor();
                again.signIn(page);
                page.navigate(again.at(run));
                assertThat(page.locator(".wt-run-header")).containsText("500 / 500");
                assertThat(look(page)).isEqualTo(before);
                SystemBrowser.screenshot(page, "5-after-restart");
            }
        }
    }

    private static void becomeOwner(RunningWavetrain wavetrain, Page page) {
        page.navigate(wavetrain.at(""));
        page.locator("input[name=username]").waitFor();
        SystemBrowser.screenshot(page, "1-owner");
        RunningWavetrain.enter(page);
    }

    /** Milliseconds until the curve moved, of the fastest press. */
    private static double train(RunningWavetrain wavetrain, Page page) {
        double fastest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < ATTEMPTS && fastest >= AT_ONCE_MILLIS; i++) {
            page.navigate(wavetrain.at("experiments"));
            page.locator(".wt-preset").first().waitFor();
            SystemBrowser.screenshot(page, "2-experiments");
            CurveClock clock = new CurveClock(page);
            page.locator("vaadin-button[data-preset=damped-simple-rnn]").click();
            fastest = Math.min(fastest, clock.drawn());
            assertThat(page.locator(".wt-run-header")).containsText("500 / 500", PATIENTLY);
            assertThat(clock.shapes())
                    .as("the curve moves, it does not just appear")
                    .isGreaterThan(1);
        }
        return fastest;
    }

    /** What stands on the page of a finished run. */
    private record Seen(String figures, String errors, String title) {}

    private static Seen look(Page page) {
        page.locator("wave-chart .apexcharts-line").first().waitFor();
        String figures = page.locator(".wt-figures").innerText();
        page.locator(".wt-tabs a[href$=forecast]").click();
        page.waitForURL("**/forecast");
        page.locator(".wt-forecast .wt-table tbody tr").first().waitFor();
        page.waitForFunction(
                "() => [...document.querySelectorAll('.wt-forecast .apexcharts-line')]"
                        + ".filter(line => line.getAttribute('d')?.length > 400).length >= 2");
        return new Seen(figures, page.locator(".wt-forecast .wt-table").innerText(), page.title());
    }
}
