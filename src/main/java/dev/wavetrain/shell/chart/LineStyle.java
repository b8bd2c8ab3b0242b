package dev.wavetrain.shell.chart;

/**
 * How a line is drawn.
 *
 * @param color a CSS colour or the name of a custom property such as {@code --wt-series-1}, which
 *     follows the theme
 * @param width in pixels
 * @param opacity from 0 to 1
 */
public record LineStyle(String color, boolean dashed, double width, double opacity) {

    /** The wave as it is: in the colour of text. */
    public static final LineStyle TRUTH = new LineStyle("--wt-ink", false, 1.5, 1);

    /** What the net says: the accent. */
    public static final LineStyle PREDICTION = new LineStyle("--wt-accent-line", false, 2, 1);

    /** What to beat: thin and grey. */
    public static final LineStyle BASELINE = new LineStyle("--wt-baseline", false, 1, 1);

    /** The line of a run, in the colour that the run keeps in every chart. */
    public static LineStyle series(int number) {
        return new LineStyle("--wt-series-" + (1 + Math.floorMod(number, 8)), false, 1.75, 1);
    }

    /** The same, dashed: validation beside training in the same hue. */
    public LineStyle asDashed() {
        return new LineStyle(color, true, width, opacity);
    }

    public LineStyle withOpacity(double newOpacity) {
        return new LineStyle(color, dashed, width, newOpacity);
    }

    public LineStyle withWidth(double newWidth) {
        return new LineStyle(color, dashed, newWidth, opacity);
    }
}
