package dev.wavetrain.bench;

import com.microsoft.playwright.Page;
import dev.wavetrain.common.RunId;
import java.util.List;

/**
 * Somebody who watches a run in Chromium. An epoch is seen when the frame is drawn that says it;
 * the page notes the time itself, and what it noted is read now and then.
 */
final class PageWatcher {

    private static final String NOTE_WHAT_IS_SEEN =
            """
            () => {
              window.seen = [];
              const header = document.querySelector('.wt-run-header');
              let last = 0, planned = false;
              const note = () => {
                planned = false;
                const epoch = Number(/([\\d,]+) \\/ /.exec(header.textContent)?.[1].replaceAll(',', ''));
                if (epoch > last) {
                  last = epoch;
                  window.seen.push(epoch, Date.now());
                }
              };
              new MutationObserver(() => {
                if (!planned) {
                  planned = true;
                  requestAnimationFrame(note);
                }
              }).observe(header, {subtree: true, childList: true, characterData: true});
            }\
            """;

    private final BenchApplication application;
    private final Page page;
    private final Commits commits;
    private final Lateness lateness;
    private int epoch;
    private int seen;

    PageWatcher(BenchApplication application, Page page, Commits commits, Lateness lateness) {
        this.application = application;
        this.page = page;
        this.commits = commits;
        this.lateness = lateness;
    }

    void open(RunId run) {
        page.navigate(application.address("sign-in"));
        page.locator("input[name=username]").fill(BenchApplication.NAME);
        page.locator("input[name=password]").fill(BenchApplication.PASSWORD);
        page.locator("button[type=submit]").click();
        page.locator("vaadin-app-layout").waitFor();
        page.navigate(application.address("runs/" + run));
        page.locator(".wt-run-header").waitFor();
        page.evaluate(NOTE_WHAT_IS_SEEN);
    }

    /** Reads what the page noted since the last time. */
    void read() {
        List<?> noted = (List<?>) page.evaluate("() => window.seen.splice(0)");
        for (int i = 0; i < noted.size(); i += 2) {
            int shown = ((Number) noted.get(i)).intValue();
            double at = ((Number) noted.get(i + 1)).doubleValue();
            if (epoch == 0) {
                seen = commits.upTo(shown);
            } else {
                seen = commits.seen(seen, shown, at, lateness);
            }
            epoch = shown;
        }
    }

    int epoch() {
        return epoch;
    }
}
