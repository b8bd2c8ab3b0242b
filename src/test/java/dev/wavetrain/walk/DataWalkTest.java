package dev.wavetrain.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table from the file to the forecast: looked at, put right, kept, learned from. */
class DataWalkTest {

    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(120_000);

    @Test
    void a_file_is_looked_at_put_right_kept_and_learned_from(@TempDir Path data)
            throws IOException {
        Path broken = Files.writeString(data.resolve("broken.csv"), "a,b\n1,2\n3\n");
        Path file = data.resolve("office.csv");
        Files.writeString(file, table(), Charset.forName("Shift_JIS"));
        try (SystemBrowser browser = SystemBrowser.open();
                RunningWavetrain wavetrain = RunningWavetrain.owned(data)) {
            Page page = browser.visitor();
            wavetrain.signIn(page);
            page.navigate(wavetrain.at("data"));
            assertThat(page.locator(".wt-empty")).containsText("No data yet", PATIENTLY);

            choose(page, broken);
            assertThat(page.locator(".wt-refused:visible"))
                    .containsText("Line 3 does not have as many fields", PATIENTLY);
            assertThat(button(page, "Add the data")).isDisabled();
            button(page, "Cancel").click();
            assertThat(page.locator("vaadin-upload")).hasCount(0);

            choose(page, file);
            Locator head = page.locator(".wt-data-head");
            assertThat(head).containsText("温度", PATIENTLY);
            assertThat(page.locator(".wt-data-format")).containsText("decimal comma");
            button(page, "Add the data").click();
            page.waitForURL(Pattern.compile(".*/data/[0-9a-f-]{36}"));
            assertThat(page.locator("wave-chart .apexcharts-line").first())
                    .isAttached(new LocatorAssertions.IsAttachedOptions().setTimeout(60_000));
            assertThat(page.locator(".wt-data-facts")).containsText("numbers");
            SystemBrowser.screenshot(page, "10-data");

            button(page, "New experiment").click();
            page.waitForURL("**/experiments/new?dataset=*");
            Locator form = page.locator(".wt-exp-form");
            assertThat(form).containsText("Lacks 1 of 120 values", PATIENTLY);
            page.locator("vaadin-select", new Page.LocatorOptions().setHasText("refuse them"))
                    .first()
                    .click();
            page.getByRole(
                            AriaRole.OPTION,
                            new Page.GetByRoleOptions().setName("fill on a straight line"))
                    .click();
            assertThat(page.locator(".wt-exp-preview")).containsText("samples train", PATIENTLY);
            button(page, "Train").click();
            page.waitForURL("**/runs/*");
            page.waitForFunction(
                    "() => document.title.startsWith('✓')",
                    null,
                    new Page.WaitForFunctionOptions().setTimeout(120_000));
            assertThat(page.locator(".wt-run-tab"))
                    .containsText("Losses are of scaled values: standard");
            page.navigate(page.url() + "/forecast");
            assertThat(page.locator("wave-chart .apexcharts-line").first())
                    .isAttached(new LocatorAssertions.IsAttachedOptions().setTimeout(60_000));
            SystemBrowser.screenshot(page, "10-data-forecast");

            page.navigate(wavetrain.at("data"));
            page.locator("a.wt-person-name").click();
            button(page, "Delete").click();
            assertThat(page.locator("vaadin-notification-card"))
                    .containsText("Experiments learn from this data", PATIENTLY);
            inJapanese(browser, wavetrain, broken);
        }
    }

    private static void inJapanese(SystemBrowser browser, RunningWavetrain wavetrain, Path broken) {
        Page page = browser.visitor("ja-JP", ColorScheme.DARK);
        wavetrain.signIn(page);
        page.navigate(wavetrain.at("data"));
        choose(page, broken);
        assertThat(page.locator(".wt-refused:visible")).containsText("3 行目", PATIENTLY);
        assertThat(button(page, "データを追加")).isDisabled();
        button(page, "キャンセル").click();
        page.locator("a.wt-person-name").click();
        page.waitForURL(Pattern.compile(".*/data/[0-9a-f-]{36}"));
        assertThat(page.locator(".wt-data-facts")).containsText("数値", PATIENTLY);
        SystemBrowser.screenshot(page, "10-data-ja");
    }

    private static void choose(Page page, Path file) {
        page.locator(".wt-data-upload").click();
        page.locator("vaadin-upload input[type=file]").setInputFiles(file);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private static String table() {
        StringBuilder table = new StringBuilder("時刻;温度\n");
        for (int row = 0; row < 120; row++) {
            String value =
                    row == 60
                            ? ""
                            : String.format(
                                    Locale.GERMANY, "%.2f", 21 + 3 * Math.sin(row * Math.PI / 12));
            table.append("2025-01-%02d %02d:00;".formatted(1 + row / 24, row % 24))
                    .append(value)
                    .append('\n');
        }
        return table.toString();
    }
}
