package dev.wavetrain.walk;

import com.microsoft.playwright.Page;

/** Measures with the browser's own clock how long after a click a curve is drawn, and moves. */
final class CurveClock {

    /** Runs in the page: notes each click's time and each new shape of the first curve. */
    private static final String WATCH =
            """
            () => {
              window.curve = { clicked: 0, drawn: 0, shapes: 0 };
              let last = '';
              addEventListener('click', () => {
                window.curve = { clicked: performance.now(), drawn: 0, shapes: 0 };
                last = '';
              }, true);
              const look = () => {
                const path = document.querySelector('wave-chart .apexcharts-line');
                const shape = path?.getAttribute('d') ?? '';
                if (window.curve.clicked && shape.length > 40 && shape !== last) {
                  last = shape;
                  window.curve.drawn ||= performance.now() - window.curve.clicked;
                  window.curve.shapes++;
                }
                requestAnimationFrame(look);
              };
              look();
            }\
            """;

    private final Page page;

    /** Begins to watch; the page must not be loaded anew until the curve has come. */
    CurveClock(Page page) {
        this.page = page;
        page.evaluate(WATCH);
    }

    /** Milliseconds from the last click to the first curve, once it is there. */
    double drawn() {
        page.waitForFunction("() => window.curve.drawn > 0");
        return ((Number) page.evaluate("() => window.curve.drawn")).doubleValue();
    }

    /** How many times the curve has been drawn differently since the last click. */
    int shapes() {
        return ((Number) page.evaluate("() => window.curve.shapes")).intValue();
    }
}
