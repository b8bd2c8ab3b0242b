package dev.wavetrain.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody finds runs by a filter, does something with several at once, and chooses columns. */
class RunsTableWalkTest {

    @Test
    void runs_are_found_picked_and_shown_as_wanted(@TempDir Path data) {
        try (SystemBrowser browser = SystemBrowser.open();
                RunningWavetrain wavetrain = RunningWavetrain.owned(data)) {
            threeRuns(wavetrain);
            Page page = browser.visitor();
            wavetrain.signIn(page);
            page.navigate(wavetrain.at("runs"));
            assertThat(rows(page)).hasCount(3);
            filter(page);
            wrong(page);
            atOnce(page);
            columns(page);
        }
    }

    private static void threeRuns(RunningWavetrain wavetrain) {
        String experiment =
                wavetrain
                        .post("api/v1/experiments", Map.of("preset", "damped-simple-rnn"))
                        .path("id")
                        .asString();
        for (List<String> tags :
                List.of(List.of("baseline"), List.<String>of(), List.of("other"))) {
            wavetrain.post(
                    "api/v1/experiments/" + experiment + "/runs",
                    Map.of("tags", tags, "overrides", Map.of("training.epochs", 1)));
        }
    }

    private static Locator rows(Page page) {
        return page.locator(".wt-runs tbody tr");
    }

    private static Locator field(Page page) {
        return page.locator(".wt-filter input");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void filter(Page page) {
        field(page).pressSequentially("tag = ba");
        assertThat(page.locator(".wt-filter-offers [role=option]"))
                .hasText(Pattern.compile("baseline.*"));
        field(page).press("Tab");
        assertThat(field(page)).hasValue("tag = baseline ");
        assertThat(rows(page)).hasCount(1);
        assertThat(page).hasURL(Pattern.compile(".*query=tag.*baseline.*"));
        page.reload();
        assertThat(field(page)).hasValue("tag = baseline ");
        assertThat(rows(page)).hasCount(1);
    }

    private static void wrong(Page page) {
        field(page).fill("tag = baseline and val_los < 1");
        assertThat(page.locator(".wt-filter-error")).containsText("val_loss");
        assertThat(page.locator(".wt-filter-mark mark")).hasText("val_los");
        assertThat(rows(page)).hasCount(1);
        field(page).fill("");
        field(page).press("Enter");
        assertThat(rows(page)).hasCount(3);
    }

    private static void atOnce(Page page) {
        page.locator("th.wt-run-pick input").check();
        Locator bar = page.locator(".wt-bulk");
        assertThat(bar).containsText("3 runs picked");
        button(page, "Add tag").click();
        page.locator("vaadin-dialog input").fill("together");
        button(page, "Add").click();
        assertThat(page.locator(".wt-run-tags", new Page.LocatorOptions().setHasText("together")))
                .hasCount(3);
        rows(page).first().locator(".wt-run-pick input").uncheck();
        assertThat(bar).containsText("2 runs picked");
        bar.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Bin")).click();
        assertThat(rows(page)).hasCount(1);
        assertThat(bar).isHidden();
        button(page, "Undo").click();
        assertThat(rows(page)).hasCount(3);
    }

    private static void columns(Page page) {
        assertThat(page.locator("th.wt-run-seed")).hasCount(0);
        button(page, "Columns").click();
        page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Seed")).check();
        assertThat(page.locator("th.wt-run-seed")).isVisible();
        page.keyboard().press("Escape");
        page.locator("th.wt-run-seed button").click();
        assertThat(page).hasURL(Pattern.compile(".*sort=seed.*"));
        page.reload();
        assertThat(page.locator("th.wt-run-seed")).hasAttribute("aria-sort", "ascending");
        SystemBrowser.screenshot(page, "10-runs-table");
    }
}
