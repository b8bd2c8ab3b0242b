package dev.wavetrain.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.wavetrain.exchange.Files;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Keras file from the dialog to its forecast, and what is refused on the way. */
class ModelUploadWalkTest {

    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(120_000);

    @Test
    void a_keras_model_is_refused_or_becomes_a_run_with_a_forecast(@TempDir Path data)
            throws IOException {
        Path lambda = written(data, "refused-lambda.keras");
        Path gru = written(data, "gru-time-distributed.keras");
        try (SystemBrowser browser = SystemBrowser.open();
                RunningWavetrain wavetrain = RunningWavetrain.owned(data)) {
            Page page = browser.visitor();
            wavetrain.signIn(page);
            page.navigate(wavetrain.at("experiments"));
            page.locator(".wt-model-upload").click();
            choose(page, lambda);
            assertThat(page.locator(".wt-refused:visible"))
                    .containsText("Layers of the type Lambda are not supported", PATIENTLY);
            choose(page, gru);
            assertThat(page.locator(".wt-model-found")).containsText("GRU 4", PATIENTLY);
            page.getByLabel("Wave to predict").fill("cos(x");
            button(page, "Add the model");
            assertThat(page.locator("vaadin-text-field[invalid]").first())
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
            page.getByLabel("Wave to predict").fill("cos(x)");
            button(page, "Add the model");
            page.waitForURL(Pattern.compile(".*/runs/[0-9a-f-]{36}.*"));
            assertThat(page.locator("main, vaadin-app-layout").first())
                    .containsText("Uploaded, not trained here", PATIENTLY);
            String run = page.url().replaceFirst("(/runs/[0-9a-f-]{36}).*", "$1");
            page.navigate(run + "/forecast");
            assertThat(page.locator("wave-chart .apexcharts-line").first())
                    .isAttached(new LocatorAssertions.IsAttachedOptions().setTimeout(60_000));
            SystemBrowser.screenshot(page, "11-upload-forecast");
            page.navigate(run + "/checkpoints");
            org.assertj.core.api.Assertions.assertThat(downloaded(page, "Download"))
                    .endsWith("-epoch-0.zip");
            org.assertj.core.api.Assertions.assertThat(downloaded(page, "ONNX"))
                    .endsWith("-epoch-0.onnx");
            inJapanese(browser, wavetrain, lambda, gru);
        }
    }

    private static void inJapanese(
            SystemBrowser browser, RunningWavetrain wavetrain, Path refused, Path taken) {
        Page page = browser.visitor("ja-JP", ColorScheme.DARK);
        wavetrain.signIn(page);
        page.navigate(wavetrain.at("runs"));
        page.locator(".wt-model-upload").click();
        choose(page, refused);
        assertThat(page.locator(".wt-refused:visible"))
                .containsText("Lambda 型の層には対応していません", PATIENTLY);
        choose(page, taken);
        assertThat(page.locator(".wt-model-found")).containsText("各ステップで値を出力", PATIENTLY);
        SystemBrowser.screenshot(page, "11-upload-ja");
        button(page, "モデルを追加");
        page.waitForURL(Pattern.compile(".*/runs/[0-9a-f-]{36}.*"));
        assertThat(page.locator("vaadin-app-layout")).containsText("アップロードされたモデル", PATIENTLY);
    }

    private static String downloaded(Page page, String file) {
        return page.waitForDownload(() ->
                        page.getByText(file, new Page.GetByTextOptions().setExact(true))
                                .first()
                                .click())
                .suggestedFilename();
    }

    private static Path written(Path folder, String name) throws IOException {
        return java.nio.file.Files.write(folder.resolve(name), Files.bytes(name));
    }

    private static void choose(Page page, Path file) {
        page.locator("vaadin-upload input[type=file]").setInputFiles(file);
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }
}
