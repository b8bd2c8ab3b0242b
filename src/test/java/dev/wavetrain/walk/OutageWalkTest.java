package dev.wavetrain.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.wavetrain.DatabaseTest;
import dev.wavetrain.TestPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL goes away under open pages, and comes back. */
@DatabaseTest
@Tag("postgresql")
class OutageWalkTest {

    private static final int EPOCHS = 3_000;
    private static final String SAYS = "The database does not answer";
    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(120_000);
    private static final Locator.WaitForOptions GONE =
            new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);

    @TempDir Path data;

    @Test
    void every_open_page_says_so_and_goes_on_by_itself() throws Exception {
        int port = TestPostgres.freePort();
        EmbeddedPostgres server = TestPostgres.server(data.resolve("postgres"), port);
        try (SystemBrowser browser = SystemBrowser.open();
                RunningWavetrain wavetrain =
                        RunningWavetrain.owned(
                                data,
                                "--wavetrain.database.url="
                                        + server.getJdbcUrl("postgres", "postgres"))) {
            Page watching = browser.visitor();
            wavetrain.signIn(watching);
            Page going = watching.context().newPage();
            String run = paused(wavetrain);
            for (Page page : new Page[] {watching, going}) {
                page.navigate(wavetrain.at("runs/" + run));
                page.locator(".wt-run-header").waitFor();
            }
            wavetrain.post("api/v1/runs/" + run + "/resume", Map.of());
            watching.locator("wave-chart .apexcharts-line").first().waitFor();

            server.close();
            notice(watching).waitFor();
            notice(going).waitFor();
            going.locator("vaadin-side-nav-item").first().click();
            assertThat(going.locator(".wt-fault")).containsText(SAYS, PATIENTLY);
            going.reload();
            assertThat(going.locator(".wt-fault")).containsText(SAYS, PATIENTLY);
            SystemBrowser.screenshot(going, "9-away");
            server = TestPostgres.server(data.resolve("postgres"), port);

            notice(watching).waitFor(GONE);
            assertThat(watching.locator(".wt-run-header")).containsText("3,000 / 3,000", PATIENTLY);
            going.locator(".wt-runs").waitFor();
            assertThat(wavetrain.get("api/v1/runs/" + run).path("epoch").asInt()).isEqualTo(EPOCHS);
        } finally {
            server.close();
        }
    }

    /** However long pages take to open, there is all of the training left to be disturbed. */
    private static String paused(RunningWavetrain wavetrain) {
        String run = wavetrain.train("damped-simple-rnn", Map.of("training.epochs", EPOCHS));
        wavetrain.post("api/v1/runs/" + run + "/pause", Map.of());
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> wavetrain.get("api/v1/runs/" + run).path("state").asString(),
                        "PAUSED"::equals);
        return run;
    }

    private static Locator notice(Page page) {
        return page.locator("vaadin-notification-card")
                .filter(new Locator.FilterOptions().setHasText(SAYS));
    }
}
