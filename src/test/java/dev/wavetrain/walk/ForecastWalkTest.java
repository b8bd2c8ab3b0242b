package dev.wavetrain.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forecasts where something stands in their way: damaged weights, and others before them. */
class ForecastWalkTest {

    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(120_000);
    private static final int DAMAGED = 40;
    private static final int OTHERS = 3;

    @Test
    void a_damaged_checkpoint_is_told_and_the_film_plays_past_it(@TempDir Path data) {
        try (SystemBrowser browser = SystemBrowser.open();
                RunningWavetrain wavetrain = RunningWavetrain.owned(data)) {
            Page page = browser.visitor();
            wavetrain.signIn(page);
            String run =
                    wavetrain.train(
                            "sin-to-cos-simple-rnn", Map.of("training.checkpoints.every", 8));
            page.navigate(wavetrain.at("runs/" + run));
            assertThat(page.locator(".wt-run-header")).containsText("80 / 80", PATIENTLY);
            String damaged = wavetrain.damage(run, DAMAGED);

            page.navigate(wavetrain.at("runs/" + run + "/forecast?checkpoint=" + damaged));
            assertThat(page.locator(".wt-banner:visible")).containsText("damaged", PATIENTLY);
            SystemBrowser.screenshot(page, "9-damaged");

            page.navigate(wavetrain.at("runs/" + run + "/forecast"));
            Locator caption = page.locator(".wf-caption");
            page.locator("wave-film button").click();
            assertThat(caption).containsText("Epoch 80", PATIENTLY);
            assertThat(page.locator(".wt-banner:visible")).hasCount(0);
            SystemBrowser.screenshot(page, "9-film");
        }
    }

    @Test
    void a_forecast_that_waits_for_others_says_so_and_follows_by_itself(@TempDir Path data) {
        AtomicBoolean enough = new AtomicBoolean();
        try (SystemBrowser browser = SystemBrowser.open();
                RunningWavetrain wavetrain =
                        RunningWavetrain.owned(
                                data,
                                "--wavetrain.evaluations.at-once=1",
                                "--wavetrain.evaluations.patience=100ms");
                ExecutorService others = Executors.newFixedThreadPool(OTHERS)) {
            Page page = browser.visitor();
            wavetrain.signIn(page);
            String run =
                    wavetrain.train(
                            "damped-lstm",
                            Map.of("network.units", new int[] {150}, "training.epochs", 2));
            page.navigate(wavetrain.at("runs/" + run));
            assertThat(page.locator(".wt-run-header")).containsText("2 / 2", PATIENTLY);
            String checkpoint = wavetrain.checkpoint(run, 2);
            try {
                for (int other = 0; other < OTHERS; other++) {
                    others.execute(() -> {
                        while (!enough.get()) {
                            wavetrain.post(
                                    "api/v1/checkpoints/" + checkpoint + "/evaluations",
                                    Map.of("mode", "FREE_RUN", "start", 0, "steps", 10_000));
                        }
                    });
                }
                page.navigate(wavetrain.at("runs/" + run + "/forecast"));
                assertThat(page.locator(".wt-banner:visible"))
                        .containsText("Waiting for its turn", PATIENTLY);
                SystemBrowser.screenshot(page, "9-busy");
            } finally {
                enough.set(true);
            }
            assertThat(page.locator(".wt-banner:visible"))
                    .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(120_000));
            page.locator("wave-chart .apexcharts-line-series path").first().waitFor();
        }
    }
}
