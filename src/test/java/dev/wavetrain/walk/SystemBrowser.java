package dev.wavetrain.walk;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The Chromium that the system has. Where there is none a test says that it did not run; where one
 * is demanded (on CI, or by WAVETRAIN_REQUIRE_BROWSER) it fails.
 */
public final class SystemBrowser implements AutoCloseable {

    private static final String NOT_RUN =
            "This browser test DID NOT RUN: no Chromium on the PATH. Install one, or set CHROMIUM to"
                    + " its path.";
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<String> FLAGS =
            List.of(
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    /** How long to wait for what a page is to show, on a machine that has more to do. */
    private static final double PATIENCE_MILLIS = 30_000;

    /** One for all tests of this process, one after the other: a start takes seconds. */
    private static Browser running;

    private final Browser browser;
    private final List<BrowserContext> visitors = new ArrayList<>();

    private SystemBrowser(Browser browser) {
        this.browser = browser;
    }

    private static synchronized Browser running(Path executable) {
        if (running == null || !running.isConnected()) {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
            Playwright playwright =
                    Playwright.create(
                            new Playwright.CreateOptions()
                                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            running =
                    playwright
                            .chromium()
                            .launch(
                                    new BrowserType.LaunchOptions()
                                            .setExecutablePath(executable)
                                            .setArgs(FLAGS));
        }
        return running;
    }

    public static SystemBrowser open() {
        Optional<Path> executable = find();
        if (executable.isEmpty() && isDemanded()) {
            Assertions.fail("No Chromium found, and this test must run: set CHROMIUM to one.");
        }
        if (executable.isEmpty()) {
            // The report of a build names no reasons of tests that did not run.
            System.out.println(NOT_RUN);
        }
        Assumptions.assumeTrue(executable.isPresent(), NOT_RUN);
        return new SystemBrowser(running(executable.orElseThrow()));
    }

    private static boolean isDemanded() {
        return Stream.of("CI", "WAVETRAIN_REQUIRE_BROWSER")
                .anyMatch(name -> Boolean.parseBoolean(System.getenv(name)));
    }

    private static Optional<Path> find() {
        String named = System.getenv("CHROMIUM");
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named));
        }
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return NAMES.stream()
                .flatMap(name ->
                        Stream.of(path.split(File.pathSeparator))
                                .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Somebody new: no cookies, an English browser with a light theme. */
    public Page visitor() {
        return visitor("en-US", ColorScheme.LIGHT);
    }

    Page visitor(String locale, ColorScheme scheme) {
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setLocale(locale)
                                .setColorScheme(scheme)
                                .setViewportSize(1280, 900));
        context.setDefaultTimeout(60_000);
        visitors.add(context);
        return context.newPage();
    }

    static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /** Whoever came leaves; the browser stays for the next test. */
    @Override
    public void close() {
        visitors.forEach(BrowserContext::close);
    }
}
