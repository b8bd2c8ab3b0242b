package dev.wavetrain.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * axe-core finds nothing serious on any screen. What it looks at depends on the language or on the
 * theme, never on both: two visits see all of it.
 */
class AccessibilityWalkTest {

    /** What opens a dialog, and where. */
    private static final Map<String, String> DIALOGS =
            Map.of("experiments", ".wt-model-upload", "data", ".wt-data-upload");

    private final SoftAssertions all = new SoftAssertions();
    private final Set<String> visited = new TreeSet<>();

    @Test
    void a_fault_would_be_found() {
        try (SystemBrowser browser = SystemBrowser.open()) {
            Page page = browser.visitor();
            page.setContent("<html lang=en><title>A</title><main><h1>A</h1><img src=a></main>");
            assertThat(Axe.faults(page)).containsExactly("image-alt: <img src=\"a\">");
        }
    }

    @Test
    void no_screen_of_any_view_has_a_serious_fault(@TempDir Path data) {
        try (SystemBrowser browser = SystemBrowser.open();
                RunningWavetrain wavetrain = RunningWavetrain.unowned(data)) {
            List<Look> looks =
                    List.of(
                            new Look(browser, "en-US", ColorScheme.LIGHT),
                            new Look(browser, "ja-JP", ColorScheme.DARK));
            looks.forEach(look -> visit(wavetrain, look, "setup"));
            Page owner = looks.getFirst().page;
            RunningWavetrain.enter(owner);
            Page guest = browser.visitor();
            Screens screens = Screens.made(wavetrain, owner, guest);
            owner.context().clearCookies();
            for (Look look : looks) {
                screens.forAnybody().forEach(screen -> visit(wavetrain, look, screen));
                wavetrain.signIn(look.page);
                screens.forPeople().forEach(screen -> visit(wavetrain, look, screen));
            }
            // The address without a path only leads to the runs.
            Set<String> views = wavetrain.views();
            views.remove("/");
            all.assertThat(visited).as("visited views").isEqualTo(views);
        }
        all.assertAll();
    }

    /** A visitor with a language and a theme. */
    private record Look(Page page, String name) {

        Look(SystemBrowser browser, String locale, ColorScheme scheme) {
            this(browser.visitor(locale, scheme), locale + "-" + scheme.name().toLowerCase());
        }
    }

    private void visit(RunningWavetrain wavetrain, Look look, String screen) {
        Page page = look.page;
        page.navigate(wavetrain.at(screen));
        page.locator("h1").first().waitFor();
        try {
            settle(page, screen);
        } catch (TimeoutError never) {
            all.fail("%s in %s draws no line", screen, look.name);
        }
        // A view may send somebody on to another, which is then what was seen.
        String path = page.url().replaceFirst("https?://[^/]+", "").replaceFirst("\\?.*", "");
        template(path, wavetrain.views()).ifPresent(visited::add);
        judge(page, screen, look);
        String opener = DIALOGS.get(screen);
        if (opener != null) {
            page.locator(opener).first().click();
            page.locator("vaadin-upload").waitFor();
            judge(page, screen + "-dialog", look);
        }
    }

    private void judge(Page page, String screen, Look look) {
        SystemBrowser.screenshot(page, name(screen, look));
        all.assertThat(Axe.faults(page)).as("%s in %s", screen, look.name).isEmpty();
    }

    /** The view that a path leads to: the one that spells most of it. */
    private static Optional<String> template(String path, Set<String> views) {
        return views.stream()
                .filter(view ->
                        path.matches(
                                view.replaceAll("/:\\w+\\?", "(/[^/]+)?")
                                        .replaceAll(":\\w+", "[^/]+")))
                .min(Comparator.comparingLong(view -> view.chars().filter(c -> c == ':').count()));
    }

    /** Waits for what comes after the page itself: charts, forecasts. */
    private static void settle(Page page, String screen) {
        if (screen.endsWith("new")
                || screen.matches("runs/[^/]+(/forecast)?") && !screen.endsWith(Screens.UNKNOWN)
                || screen.matches("compare[^&]*")
                || screen.startsWith("lab")) {
            // A line that is level has no height, which counts as hidden.
            page.waitForFunction("() => document.querySelector('wave-chart .apexcharts-line')");
        }
    }

    private static String name(String screen, Look look) {
        String part =
                screen.replaceAll("[0-9a-f-]{36}", "id")
                        .replaceAll("/[\\w-]{40,}", "-key")
                        .replaceAll("[/?&=,]", "-");
        return "screen-%s-%s".formatted(part.isEmpty() ? "home" : part, look.name);
    }
}
