package dev.wavetrain.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody finds runs by a filter, does something with several at once, chooses columns, reads on,
 * groups the runs, and keeps all that as a view.
 */
class RunsTableWalkTest {

    private static final int MANY = 48;

    @Test
    void runs_are_found_picked_and_shown_as_wanted(@TempDir Path data) {
        try (SystemBrowser browser = SystemBrowser.open();
                RunningWavetrain wavetrain = RunningWavetrain.owned(data)) {
            threeRuns(wavetrain);
            Page page = browser.visitor();
            wavetrain.signIn(page);
            opens(page, wavetrain.at("runs"));
            favourite(page);
            filter(page);
            wrong(page);
            atOnce(page);
            columns(page);
            manyRuns(wavetrain);
            readsOn(page);
            groups(page);
            views(page);
            inJapanese(browser, wavetrain);
        }
    }

    /** The page's first line asks for the view; where that fails, Vaadin's client does. */
    private static void opens(Page page, String address) {
        List<String> askedBy = new CopyOnWriteArrayList<>();
        page.onRequest(request -> {
            String what = request.url() + request.postData();
            if (what.contains("v-r=init") || what.contains("ui-navigate")) {
                askedBy.add(request.resourceType());
            }
        });
        page.navigate(address);
        assertThat(rows(page)).hasCount(3);
        assertThat(askedBy).containsExactly("fetch", "fetch");

        Predicate<String> first = url -> url.contains("v-r=init");
        page.route(first, route -> route.abort(), new Page.RouteOptions().setTimes(1));
        page.navigate(address);
        assertThat(rows(page)).hasCount(3);
        assertThat(askedBy).endsWith("fetch", "xhr", "xhr");
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

    /** As many as two pages of the table hold. */
    private static void manyRuns(RunningWavetrain wavetrain) {
        String experiment =
                wavetrain.get("api/v1/experiments").path("items").get(0).path("id").asString();
        wavetrain.post(
                "api/v1/experiments/" + experiment + "/runs",
                Map.of(
                        "seeds",
                        java.util.stream.IntStream.rangeClosed(1, MANY).boxed().toList(),
                        "name",
                        "Seeds",
                        "overrides",
                        Map.of("training.epochs", 1)));
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

    private static void favourite(Page page) {
        Locator star = rows(page).last().locator("[data-act=STAR]");
        star.click();
        assertThat(star).hasAttribute("aria-pressed", "true");
        page.locator(".wt-run-tools vaadin-checkbox").click();
        assertThat(rows(page)).hasCount(1);
        assertThat(star).hasAttribute("aria-pressed", "true");
        page.locator(".wt-run-tools vaadin-checkbox").click();
        assertThat(rows(page)).hasCount(3);
        assertThat(star.locator("svg")).not().hasCSS("fill", "none");
        assertThat(rows(page).first().locator("[data-act=STAR] svg")).hasCSS("fill", "none");
        othersGo(page);
    }

    /** Whoever is in a row stays there while rows above it go. */
    private static void othersGo(Page page) {
        Object stays =
                page.evaluate(
                        """
                        () => {
                          const table = document.createElement("table");
                          table.innerHTML = ["a", "b", "c"]
                            .map((key) => `<tr data-row="${key}"><td><button>${key}</button></td></tr>`)
                            .join("");
                          document.body.append(table);
                          const last = table.querySelector("[data-row=c] button");
                          last.focus();
                          wavetrainShow(table.tBodies[0], ["b", "c"], {});
                          const stays = document.activeElement === last && table.rows.length === 2;
                          table.remove();
                          return stays;
                        }\
                        """);
        Assertions.assertThat(stays).isEqualTo(true);
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
        // Once, however hasty the finger.
        button(page, "Add").dblclick();
        assertThat(page.locator(".wt-run-tags", new Page.LocatorOptions().setHasText("together")))
                .hasCount(3);
        assertThat(page.locator("vaadin-notification-card")).hasCount(1);
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

    private static void readsOn(Page page) {
        page.reload();
        rows(page).first().waitFor();
        assertThat(rows(page)).hasCount(50);
        assertThat(page.locator(".wt-run-tools [role=status]")).hasText("51 runs");
        page.mouse().move(640, 500);
        page.mouse().wheel(0, 100_000);
        assertThat(rows(page)).hasCount(51);
        // All of it scrolls in the page's part: the window has no bar of its own.
        page.waitForFunction("document.documentElement.scrollHeight <= window.innerHeight");
    }

    private static void groups(Page page) {
        page.navigate(page.url() + "&group=group");
        Locator headings = page.locator(".wt-group-toggle");
        headings.first().waitFor();
        assertThat(headings).hasCount(2);
        assertThat(headings.first()).hasText("Seeds");
        assertThat(page.locator(".wt-group-line").first()).containsText("48 runs");
        assertThat(page.locator(".wt-runs td.wt-run-name")).hasCount(0);
        headings.last().click();
        assertThat(headings.last()).hasAttribute("aria-expanded", "true");
        assertThat(page.locator(".wt-runs td.wt-run-name")).hasCount(3);
        SystemBrowser.screenshot(page, "10-runs-groups");
    }

    private static void views(Page page) {
        button(page, "Views").click();
        button(page, "Save as a new view").click();
        page.locator("vaadin-dialog input").fill("By group");
        button(page, "Save").click();
        assertThat(page).hasURL(Pattern.compile(".*/runs\\?view=[-0-9a-f]+"));
        String address = page.url();
        page.reload();
        page.locator(".wt-group-toggle").first().waitFor();
        assertThat(page).hasTitle(Pattern.compile("By group · .*"));
        assertThat(page.locator(".wt-group-toggle")).hasCount(2);
        field(page).fill("tag = baseline");
        assertThat(page.locator(".wt-group-toggle")).hasCount(1);
        assertThat(page).hasURL(Pattern.compile(".*view=.*query=.*|.*query=.*view=.*"));
        button(page, "Views").click();
        button(page, "Save the changes to “By group”").click();
        assertThat(page).hasURL(address);
        assertThat(field(page)).hasValue("tag = baseline");
        button(page, "Views").click();
        button(page, "Delete By group").click();
        assertThat(page).hasURL(Pattern.compile(".*/runs"));
        page.navigate(address);
        rows(page).first().waitFor();
        assertThat(page.locator(".wt-banner")).containsText("This view is not there");
    }

    private static void inJapanese(SystemBrowser browser, RunningWavetrain wavetrain) {
        Page page = browser.visitor("ja-JP", com.microsoft.playwright.options.ColorScheme.DARK);
        wavetrain.signIn(page);
        page.navigate(wavetrain.at("runs?group=tag"));
        page.locator(".wt-group-toggle").first().waitFor();
        assertThat(page.locator(".wt-group-toggle").last()).hasText("タグなし");
        button(page, "ビュー").click();
        assertThat(button(page, "新しいビューとして保存")).isVisible();
        SystemBrowser.screenshot(page, "10-runs-groups-ja");
        page.navigate(wavetrain.at("runs"));
        field(page).fill("tag = baseline and val_los < 1");
        assertThat(page.locator(".wt-filter-error")).containsText("「val_loss」でしょうか");
        field(page).fill("tag = baseline");
        assertThat(rows(page)).hasCount(1);
    }
}
