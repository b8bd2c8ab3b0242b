package dev.wavetrain.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.wavetrain.webhooks.Receiver;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two people in two browsers: one invites the other and lets them into a project; the other says
 * something there and calls the first, whose bell counts up, and the server that the project tells
 * of such things hears it too; then the first takes it all back.
 */
class TalkWalkTest {

    private static final String ADA = "ada";
    private static final String PASSWORD = "long enough";
    private static final double SOON_MILLIS = 5_000;
    private static final String HOSTILE =
            "<script>alert(1)</script><img src=x onerror=alert(2)> [x](javascript:alert(3)) "
                    + "![y](https://elsewhere.invalid/y.png) \u202eright to left 🌊 ";

    private final List<String> alarms = new ArrayList<>();

    @Test
    void invite_share_comment_and_revoke(@TempDir Path data) throws InterruptedException {
        try (SystemBrowser browser = SystemBrowser.open();
                Receiver receiver = new Receiver();
                RunningWavetrain wavetrain =
                        RunningWavetrain.owned(
                                data,
                                "--wavetrain.webhooks.allow-private-addresses=true",
                                "--wavetrain.webhooks.allow-http=true")) {
            Page grace = browser.visitor();
            wavetrain.signIn(grace);
            Page ada = join(browser, wavetrain, grace);
            String run = share(wavetrain, grace, ada);
            List.of(grace, ada).forEach(this::watch);
            tell(grace, wavetrain, run, receiver);
            ada.navigate(wavetrain.at("runs/" + run + "/notes"));
            grace.navigate(wavetrain.at("runs"));
            assertThat(grace.locator(".wt-bell")).isVisible();
            call(ada);
            heard(grace);
            assertThat(receiver.received.take().body())
                    .asString(StandardCharsets.UTF_8)
                    .contains("COMMENT_ADDED", run, "it falls");
            nothingRuns(wavetrain, run, ada);
            revoke(wavetrain, run, grace, ada);
        }
    }

    private static Page join(SystemBrowser browser, RunningWavetrain wavetrain, Page grace) {
        grace.navigate(wavetrain.at("team"));
        button(grace, "Invite").first().click();
        grace.getByLabel("Whom it is for").fill(ADA);
        button(grace, "Make the link").click();
        Locator link = grace.locator(".wt-once input");
        assertThat(link).hasValue(Pattern.compile(".*/join/.+"));
        SystemBrowser.screenshot(grace, "9-invited");
        Page ada = browser.visitor();
        ada.navigate(link.inputValue());
        ada.locator("input[name=username]").fill(ADA);
        ada.locator("input[name=password]").fill(PASSWORD);
        SystemBrowser.screenshot(ada, "9-joining");
        ada.locator("button[type=submit]").click();
        ada.locator("vaadin-app-layout").waitFor();
        return ada;
    }

    /**
     * @return the run that both see then
     */
    private static String share(RunningWavetrain wavetrain, Page grace, Page ada) {
        String project =
                wavetrain.post("api/v1/projects", Map.of("name", "Two")).path("id").asString();
        String experiment =
                wavetrain
                        .post(
                                "api/v1/experiments",
                                Map.of("preset", "damped-simple-rnn", "project", project))
                        .path("id")
                        .asString();
        // Is paused, so that it does not end, of which somebody would be told.
        String run =
                wavetrain
                        .post(
                                "api/v1/experiments/" + experiment + "/runs",
                                Map.of("overrides", Map.of("training.epochs", 100_000)))
                        .path("id")
                        .asString();
        wavetrain.post("api/v1/runs/" + run + "/pause", Map.of());
        ada.navigate(wavetrain.at("runs/" + run));
        assertThat(ada.locator(".wt-empty")).containsText("Nothing here");
        grace.navigate(wavetrain.at("projects/" + project));
        grace.getByLabel("Account", new Page.GetByLabelOptions().setExact(true)).fill(ADA);
        button(grace, "Add").click();
        assertThat(grace.locator(".wt-people")).containsText(ADA);
        SystemBrowser.screenshot(grace, "9-shared");
        return run;
    }

    /** What ada has open ends, and is nothing to her any more. */
    private static void revoke(RunningWavetrain wavetrain, String run, Page grace, Page ada) {
        String project = wavetrain.get("api/v1/runs/" + run).path("project").asString();
        grace.navigate(wavetrain.at("projects/" + project));
        button(grace, "Remove " + ADA).click();
        assertThat(ada.locator(".wt-empty"))
                .containsText(
                        "Nothing here",
                        new LocatorAssertions.ContainsTextOptions().setTimeout(SOON_MILLIS));
        SystemBrowser.screenshot(ada, "9-revoked");
        ada.navigate(wavetrain.at("runs"));
        ada.locator("h1").waitFor();
        assertThat(ada.content()).doesNotContain(run);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void tell(Page grace, RunningWavetrain wavetrain, String run, Receiver receiver)
            throws InterruptedException {
        String project = wavetrain.get("api/v1/runs/" + run).path("project").asString();
        grace.navigate(wavetrain.at("projects/" + project));
        Locator form = grace.locator(".wt-webhook-form");
        form.locator("input[type=text]").fill("http://169.254.169.254/");
        form.locator("vaadin-button").click();
        assertThat(form).containsText("network of this server");
        form.locator("input[type=text]").fill(receiver.address());
        form.locator("vaadin-button").click();
        assertThat(grace.locator(".wt-once input")).hasValue(Pattern.compile("whsec_.{44}"));
        grace.locator(".wt-webhook-actions vaadin-button").first().click();
        assertThat(grace.locator("[data-delivery=DELIVERED]")).hasCount(1);
        assertThat(receiver.received.take().headers()).containsKey("Webhook-signature");
        SystemBrowser.screenshot(grace, "9-webhook");
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
