package dev.wavetrain.bench;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Pages of a filled database in Chromium: how long until what somebody came for is drawn. The page
 * looks before each frame and takes the time itself, from when the browser begins to ask for the
 * address, or from a click on a link within the application.
 */
final class SizePages {

    private static final String ROWS =
            "document.querySelectorAll('table.wt-runs tbody tr').length >= 20";

    /** Nothing, where the list or its count is not there yet. */
    private static final String COUNT =
            "document.querySelector('.wt-run-filter .wt-number')?.textContent";

    private static final String WHOLE =
            COUNT + " && document.querySelectorAll('.wt-sparkline path').length >= 20";
    private static final String ASKED =
            "() => { window.counted = " + COUNT + "; return performance.now(); }";

    /** Where others are listed it is not known at once how many there are. */
    private static final String COUNTED = COUNT + " !== window.counted && " + ROWS;

    private static final String LINES = "document.querySelectorAll('.apexcharts-line').length >= ";

    private final String address;
    private final Page page;
    private final int warmUp;
    private final int count;
    private final Runnable before;

    /**
     * @param before done before each opening, untimed
     */
    SizePages(String address, Page page, int warmUp, int count, Runnable before) {
        this.address = address;
        this.page = page;
        this.warmUp = warmUp;
        this.count = count;
        this.before = before;
    }

    void signIn() {
        page.setViewportSize(1440, 900);
        page.navigate(address + "sign-in");
        page.locator("input[name=username]").fill(BenchApplication.NAME);
        page.locator("input[name=password]").fill(BenchApplication.PASSWORD);
        page.locator("button[type=submit]").click();
        page.locator("vaadin-app-layout").waitFor();
    }

    /** From a click in the menu: rows that fill the window. */
    Times listByMenu() {
        double[] millis = new double[warmUp + count];
        for (int i = 0; i < millis.length; i++) {
            open("models", "document.querySelector('h1')?.textContent === 'Models'");
            double clicked =
                    ((Number)
                                    page.evaluate(
                                            "() => { const now = performance.now();"
                                                    + " document.querySelector('a[href=runs]').click();"
                                                    + " return now; }"))
                            .doubleValue();
            millis[i] = drawnAt(ROWS) - clicked;
        }
        return measured(millis);
    }

    /** Rows that fill the window. */
    Times list(String query) {
        return opened("runs" + query, ROWS);
    }

    /** The same with what comes when these are drawn: their curves, and how many there are. */
    Times whole(String query) {
        return opened("runs" + query, WHOLE);
    }

    /** Headings that fill the window. */
    Times groups() {
        return opened("runs?group=experiment", ROWS);
    }

    /** The curve with what stands out of it: the axis reaches that far. */
    Times chart(String run) {
        return opened(
                "runs/" + run,
                "[...document.querySelectorAll('wave-chart')].some(chart =>"
                        + " chart.querySelector('.apexcharts-line, .apexcharts-area'))");
    }

    Times compare(List<String> runs) {
        return opened("compare?runs=" + String.join(",", runs), LINES + runs.size());
    }

    /** From a key to the rows that the filter leaves. */
    Times filter(String text) {
        return filter(text, COUNTED);
    }

    /** The same until it is known how many they are. */
    Times counted(String text) {
        return filter(text, COUNTED + " && " + COUNT);
    }

    private Times filter(String text, String condition) {
        double[] millis = new double[warmUp + count];
        for (int i = 0; i < millis.length; i++) {
            open("runs", COUNT + " && " + ROWS);
            Locator field = page.locator(".wt-filter input").first();
            field.fill(text);
            double asked = ((Number) page.evaluate(ASKED)).doubleValue();
            field.press("Enter");
            millis[i] = drawnAt(condition) - asked;
        }
        return measured(millis);
    }

    private Times opened(String path, String condition) {
        double[] millis = new double[warmUp + count];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = open(path, condition);
        }
        return measured(millis);
    }

    private Times measured(double[] millis) {
        return new Times(Arrays.copyOfRange(millis, warmUp, millis.length));
    }

    private double open(String path, String condition) {
        before.run();
        page.navigate(
                address + path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        return drawnAt(condition);
    }

    private double drawnAt(String condition) {
        Object millis =
                page.waitForFunction("(" + condition + ") && performance.now()").jsonValue();
        return ((Number) millis).doubleValue();
    }

    /** What was drawn, to be looked at. */
    void keep(String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target/size", name + ".png")));
    }
}
