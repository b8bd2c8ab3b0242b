package dev.wavetrain.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A checkpoint becomes a model, gets a second version, and its champion moves and comes back. */
class ModelsWalkTest {

    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(120_000);

    @Test
    void a_checkpoint_is_promoted_and_the_champion_moves_and_comes_back(@TempDir Path data) {
        try (SystemBrowser browser = SystemBrowser.open();
                RunningWavetrain wavetrain = RunningWavetrain.owned(data)) {
            String run = wavetrain.train("damped-simple-rnn", Map.of("training.epochs", 100));
            Page page = browser.visitor();
            wavetrain.signIn(page);
            page.navigate(wavetrain.at("models"));
            assertThat(page.locator(".wt-empty")).containsText("No named models yet", PATIENTLY);
            page.navigate(wavetrain.at("runs/" + run + "/checkpoints"));
            assertThat(page.locator(".wt-run-header")).containsText("100 / 100", PATIENTLY);
            first(page);
            second(page, wavetrain, run);
            move(page);
            delete(page);
            inJapanese(browser, wavetrain);
        }
    }

    private static void first(Page page) {
        promote(page, 50);
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Name").fill("My Wave");
        button(page, "Promote").click();
        assertThat(dialog).containsText("small letters a to z");
        dialog.getByLabel("Name").fill("wave");
        button(page, "Promote").click();
        page.waitForURL("**/models/*");
        assertThat(page.locator("h1").last()).hasText("wave");
        assertThat(page.locator(".wt-model-versions")).containsText("@champion");
        assertThat(page.locator(".wt-model-command"))
                .containsText("/api/v1/models/wave@champion/predict");
    }

    private static void second(Page page, RunningWavetrain wavetrain, String run) {
        page.navigate(wavetrain.at("runs/" + run + "/checkpoints"));
        promote(page, 100);
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("wave (now at version 1)");
        dialog.getByLabel("Alias").fill("");
        dialog.getByLabel("Note").fill("Trained for longer");
        button(page, "Promote").click();
        page.waitForURL("**/models/*");
        assertThat(page.locator(".wt-model-versions")).containsText("Trained for longer");
        assertThat(row(page, 1)).containsText("@champion");
    }

    private static void move(Page page) {
        button(page, "Set an alias for version 2").click();
        button(page, "Set alias").click();
        assertThat(row(page, 2)).containsText("@champion");
        assertThat(row(page, 1)).not().containsText("@champion");
        SystemBrowser.screenshot(page, "11-model");
        button(page, "Undo").click();
        assertThat(row(page, 1)).containsText("@champion");
        button(page, "Remove the alias champion").click();
        assertThat(page.locator(".wt-model-versions")).not().containsText("@champion");
        button(page, "Undo").click();
        assertThat(row(page, 1)).containsText("@champion");
    }

    private static void delete(Page page) {
        assertThat(row(page, 1).getByText("Delete")).isDisabled();
        button(page, "Delete version 2").click();
        confirm(page);
        assertThat(page.locator(".wt-model-versions tbody tr")).hasCount(1);
    }

    private static void inJapanese(SystemBrowser browser, RunningWavetrain wavetrain) {
        Page page = browser.visitor("ja-JP", ColorScheme.DARK);
        wavetrain.signIn(page);
        page.navigate(wavetrain.at("models"));
        page.locator("a.wt-person-name").click();
        assertThat(page.locator(".wt-model-ask")).containsText("直近の 20 個の値");
        page.locator(".wt-page-actions vaadin-button").click();
        Locator confirm = page.getByRole(AriaRole.ALERTDIALOG);
        assertThat(confirm).containsText("モデル「wave」を削除しますか？");
        SystemBrowser.screenshot(page, "11-model-ja");
        confirm(page);
        assertThat(page.locator(".wt-empty")).containsText("名前付きモデルはまだありません");
    }

    private static void confirm(Page page) {
        page.locator("vaadin-confirm-dialog vaadin-button[slot=confirm-button]").click();
    }

    private static void promote(Page page, int epoch) {
        button(page, "Promote epoch " + epoch + " to a named model").click();
    }

    private static Locator row(Page page, int version) {
        return page.locator(".wt-model-versions tbody tr")
                .filter(new Locator.FilterOptions().setHasText("Version " + version));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
                .last();
    }
}
