package dev.wavetrain.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes after a first run: to train on from a checkpoint, and to repeat over seeds. */
class TrainOnWalkTest {

    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(120_000);

    @Test
    void a_run_is_trained_on_from_its_checkpoint_and_repeated_over_seeds(@TempDir Path data) {
        try (SystemBrowser browser = SystemBrowser.open();
                RunningWavetrain wavetrain = RunningWavetrain.owned(data)) {
            Page page = browser.visitor();
            wavetrain.signIn(page);
            page.navigate(wavetrain.at("experiments"));
            page.locator("vaadin-button[data-preset=sin-to-cos-simple-rnn]").click();
            assertThat(page.locator(".wt-run-header")).containsText("80 / 80", PATIENTLY);
            trainOn(page);
            repeat(wavetrain, page);
            list(wavetrain, page);
        }
    }

    private static void trainOn(Page page) {
        String parent = page.url();
        page.locator(".wt-tabs a[href$=checkpoints]").click();
        button(page, "Train on from epoch 80").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.locator("input").first().fill("a few");
        button(page, "Train on").click();
        assertThat(dialog).containsText("whole number");
        dialog.locator("input").first().fill("20");
        button(page, "Train on").click();
        page.waitForURL(url -> !url.startsWith(parent));
        assertThat(page.locator(".wt-run-header")).containsText("20 / 20", PATIENTLY);
        page.locator(".wt-tabs a[href$=configuration]").click();
        assertThat(page.locator(".wt-family > li")).hasCount(2);
        SystemBrowser.screenshot(page, "6-trained-on");
    }

    private static void repeat(RunningWavetrain wavetrain, Page page) {
        String experiment =
                wavetrain.get("api/v1/experiments").path("items").path(0).path("id").asString();
        page.navigate(wavetrain.at("experiments/" + experiment));
        page.getByLabel("More ways to train").last().click();
        page.getByRole(AriaRole.MENUITEM)
                .filter(new Locator.FilterOptions().setHasText("seeds"))
                .last()
                .click();
        button(page, "Train 5 times").click();
        page.waitForURL("**/groups/*");
        assertThat(page.locator(".wt-run-header")).containsText("5 of 5 done", PATIENTLY);
        page.locator("wave-chart .apexcharts-rangeArea").first().waitFor();
        SystemBrowser.screenshot(page, "7-over-seeds");
    }

    private static void list(RunningWavetrain wavetrain, Page page) {
        page.navigate(wavetrain.at("runs"));
        assertThat(page.locator(".wt-run-group:visible")).hasCount(5);
        Object beyond =
                page.evaluate(
                        "() => document.querySelector('.wt-runs').getBoundingClientRect().right"
                                + " - window.innerWidth");
        assertThat(((Number) beyond).doubleValue()).as("px beyond the page").isNegative();
        SystemBrowser.screenshot(page, "8-runs");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
                .last();
    }
}
