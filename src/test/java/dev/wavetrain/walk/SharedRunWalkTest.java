package dev.wavetrain.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A run is shown to somebody without an account, and no longer. */
class SharedRunWalkTest {

    private static final double AT_MOST = 5_000;

    @Test
    void a_stranger_sees_the_curve_move_until_the_link_is_revoked(@TempDir Path data) {
        try (SystemBrowser browser = SystemBrowser.open();
                RunningWavetrain wavetrain = RunningWavetrain.owned(data)) {
            String run = wavetrain.train("damped-simple-rnn", Map.of("training.epochs", 1_000_000));
            String other = wavetrain.train("sin-to-cos-simple-rnn", Map.of("training.epochs", 1));
            Page owner = browser.visitor();
            wavetrain.signIn(owner);
            owner.navigate(wavetrain.at("runs/" + run));
            String address = share(owner);

            Page stranger = browser.visitor();
            StringBuffer pushed = new StringBuffer();
            stranger.onWebSocket(
                    socket -> socket.onFrameReceived(frame -> pushed.append(frame.text())));
            stranger.navigate(address);
            curveMoves(stranger);
            nothingElse(stranger, address, secrets(wavetrain, run, other), pushed);
            assertThat(owner.locator(".wt-share-dialog .wt-people, vaadin-dialog .wt-people"))
                    .containsText("Revoke");
            button(owner, "Revoke the link").first().click();

            assertThat(stranger.locator(".wt-empty"))
                    .containsText(
                            "This link no longer works",
                            new LocatorAssertions.ContainsTextOptions().setTimeout(AT_MOST));
            assertThat(stranger.locator("wave-chart")).hasCount(0);
            assertThat(stranger.title()).startsWith("This link no longer works");
            assertThat(stranger.navigate(address).status()).isEqualTo(404);
            assertThat(stranger.locator(".wt-empty")).containsText("This link no longer works");
            SystemBrowser.screenshot(stranger, "shared-over");
        }
    }

    /** Pressed twice in a hurry, the button makes one link. */
    private static String share(Page owner) {
        button(owner, "Share").click();
        button(owner, "Make a link").dblclick();
        Locator field = owner.locator(".wt-once input");
        assertThat(field).hasValue(Pattern.compile("http://localhost:\\d+/shared/[\\w-]{43}"));
        assertThat(button(owner, "Revoke the link")).hasCount(1);
        return field.inputValue();
    }

    private static void curveMoves(Page stranger) {
        Locator epochs = stranger.locator(".wt-run-epochs");
        epochs.waitFor();
        String first = epochs.textContent();
        assertThat(epochs).not().hasText(first);
        assertThat(stranger.locator("wave-chart .apexcharts-series path").first())
                .hasAttribute("d", Pattern.compile(".{40,}"));
        SystemBrowser.screenshot(stranger, "shared-run");
    }

    /** Neither ids nor names of anything but the run, on any of its tabs, nor a way to act. */
    private static void nothingElse(
            Page stranger, String address, List<String> secrets, StringBuffer pushed) {
        for (String tab : List.of("", "/forecast", "/configuration")) {
            stranger.navigate(address + tab);
            stranger.locator(".wt-run-tab").waitFor();
            assertThat(stranger.content()).doesNotContain(secrets);
            assertThat(links(stranger, address)).isEmpty();
        }
        assertThat(pushed).isNotEmpty().doesNotContain(secrets);
        assertThat(stranger.locator(".wt-page-actions").locator("vaadin-button")).hasCount(0);
        // No tab of checkpoints, as weights are not shown; none of notes, as there are none.
        assertThat(stranger.locator(".wt-tabs a")).hasCount(3);
    }

    /** Ids and names that a visitor of a run is not to learn. */
    private static List<String> secrets(RunningWavetrain wavetrain, String run, String other) {
        JsonNode shared = wavetrain.get("api/v1/runs/" + run);
        JsonNode hidden = wavetrain.get("api/v1/runs/" + other);
        return List.of(
                RunningWavetrain.NAME,
                "help#",
                shared.path("experimentId").asString(),
                shared.path("project").asString(),
                other,
                hidden.path("name").asString(),
                hidden.path("experimentId").asString());
    }

    /** Where the page's links lead, but for its own tabs and what it saves. */
    private static Stream<String> links(Page page, String address) {
        return page.locator("a[href]").all().stream()
                .map(link -> (String) link.evaluate("anchor => anchor.href"))
                .filter(href -> !href.startsWith(address))
                .filter(href -> !href.contains("/VAADIN/dynamic/resource/"));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
