package dev.wavetrain.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints side by side: one damaged, the others tried, swept, kept and found again. */
class LabWalkTest {

    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(120_000);

    @Test
    void checkpoints_are_tried_side_by_side_swept_kept_and_found_again(@TempDir Path data) {
        try (SystemBrowser browser = SystemBrowser.open();
                RunningWavetrain wavetrain = RunningWavetrain.owned(data)) {
            Page page = browser.visitor();
            wavetrain.signIn(page);
            String run =
                    wavetrain.train(
                            "damped-simple-rnn",
                            Map.of("training.epochs", 30, "training.checkpoints.every", 10));
            page.navigate(wavetrain.at("runs/" + run));
            assertThat(page.locator(".wt-run-header")).containsText("30 / 30", PATIENTLY);
            String ten = wavetrain.checkpoint(run, 10);
            String thirty = wavetrain.checkpoint(run, 30);
            String damaged = wavetrain.damage(run, 20);

            page.navigate(wavetrain.at("lab?checkpoints=" + ten + "," + damaged + "," + thirty));
            Locator errors = page.locator(".wt-lab-errors");
            assertThat(errors).containsText("epoch 10", PATIENTLY);
            assertThat(errors).containsText("Best");
            assertThat(page.locator(".wt-banner:visible")).containsText("damaged");
            drawn(page.locator("wave-chart"));

            String before = errors.innerText();
            enter(page, "Noise", "0.3");
            assertThat(errors).not().hasText(before, patiently());
            enter(page, "Noise", "much");
            assertThat(page.locator("vaadin-text-field[invalid]"))
                    .containsText("Must be a number", PATIENTLY);
            enter(page, "Noise", "0");

            Locator sweep =
                    page.locator("section", new Page.LocatorOptions().setHasText("generalise"))
                            .last();
            sweep.locator("vaadin-button", has("Sweep")).click();
            drawn(sweep.locator("wave-chart"));
            sweep.locator("vaadin-button", has("Keep")).click();
            page.locator("vaadin-dialog vaadin-button", pageHas("Keep")).click();
            page.waitForURL(Pattern.compile(".*/lab/[0-9a-f-]{36}"));
            assertThat(page.locator(".wt-key-values")).containsText("Period", PATIENTLY);
            drawn(page.locator("wave-chart"));
            String kept = page.url();

            Page japanese = browser.visitor("ja-JP", ColorScheme.DARK);
            wavetrain.signIn(japanese);
            japanese.navigate(kept);
            assertThat(japanese.locator(".wt-key-values")).containsText("周期", PATIENTLY);
            japanese.locator("vaadin-button", pageHas("削除")).click();
            japanese.waitForURL(Pattern.compile(".*/lab$"));
            japanese.locator("vaadin-notification-card vaadin-button").click();
            japanese.waitForURL(Pattern.compile(".*/lab/[0-9a-f-]{36}"));

            page.navigate(wavetrain.at("runs/" + run + "/notes"));
            assertThat(page.locator("main, body").first()).containsText("Kept results", PATIENTLY);
        }
    }

    /** A line that is level has no height, which counts as hidden. */
    private static void drawn(Locator charts) {
        assertThat(charts.locator(".apexcharts-line").first())
                .isAttached(new LocatorAssertions.IsAttachedOptions().setTimeout(120_000));
    }

    private static void enter(Page page, String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).first().fill(text);
    }

    private static Locator.LocatorOptions has(String text) {
        return new Locator.LocatorOptions().setHasText(text);
    }

    private static Page.LocatorOptions pageHas(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static LocatorAssertions.HasTextOptions patiently() {
        return new LocatorAssertions.HasTextOptions().setTimeout(120_000);
    }
}
