package dev.wavetrain.shell.chart;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.internal.JacksonUtils;
import dev.wavetrain.common.Rule;
import dev.wavetrain.common.Rules;
import dev.wavetrain.shell.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A chart of lines over a number axis. Declare {@link #lines}, then {@link #show} each line's
 * points, then {@link #append} what comes later: only that travels. The browser keeps the points
 * (thinned to minima and maxima where there are more than it can draw), the server none; so a view
 * that is attached anew shows its lines again. All methods want the UI's lock.
 *
 * <p>Scale, smoothing, zoom and saving as PNG, SVG or CSV happen in the browser: see {@code
 * frontend/wave-chart.ts}.
 */
@Tag("wave-chart")
@NpmPackage(value = "apexcharts", version = "4.7.0")
@JsModule("./wave-chart.ts")
public class WaveChart extends Component implements HasSize, HasStyle {

    private static final List<String> TEXTS =
            List.of(
                    "log",
                    "levels",
                    "smoothing",
                    "zoomIn",
                    "zoomOut",
                    "pan",
                    "zoom",
                    "reset",
                    "png",
                    "svg",
                    "csv",
                    "noData",
                    "loading",
                    "tools",
                    "keys");

    private final ChartOptions options;
    private List<Marker> markers = List.of();
    private double @Nullable [] xRange;

    public WaveChart(ChartOptions options) {
        this.options = options;
        getElement().setAttribute("role", "figure");
        getElement().setAttribute("aria-label", options.title());
    }

    /** Declares the lines, in the order of the legend. Points of keys that stay are kept. */
    public void lines(List<Line> lines) {
        ArrayNode nodes = JacksonUtils.createArrayNode();
        for (Line line : lines) {
            ObjectNode node = nodes.addObject();
            node.put("key", line.key()).put("name", line.name());
            node.put("color", line.style().color()).put("dashed", line.style().dashed());
            node.put("width", line.style().width()).put("opacity", line.style().opacity());
        }
        getElement().callJsFunction("setLines", nodes);
    }

    public void lines(Line... lines) {
        lines(List.of(lines));
    }

    /**
     * Replaces a line's points.
     *
     * @param x ascending, [n]
     * @param y [n]; a value that is not finite leaves a gap
     */
    public void show(String key, double[] x, double[] y) {
        send("setPoints", key, x, y);
    }

    /** Adds points behind those that the line has. Points at an x already shown are left out. */
    public void append(String key, double[] x, double[] y) {
        if (x.length > 0) {
            send("appendPoints", key, x, y);
        }
    }

    /**
     * Fills what lies between two values at each x, behind a declared line and in its colour; comes
     * and goes with it.
     *
     * @param x as the line's, [n]
     * @param low [n]; a value that is not finite leaves the x out
     * @param high [n], likewise
     */
    public void band(String key, double[] x, double[] low, double[] high) {
        new Rules()
                .that(x.length == low.length, "low", Rule.ONE_OF, x.length + " values")
                .that(x.length == high.length, "high", Rule.ONE_OF, x.length + " values")
                .check();
        getElement().callJsFunction("setBand", key, Packed.of(x), Packed.of(low), Packed.of(high));
    }

    private void send(String function, String key, double[] x, double[] y) {
        new Rules().that(x.length == y.length, "y", Rule.ONE_OF, x.length + " values").check();
        getElement().callJsFunction(function, key, Packed.of(x), Packed.of(y));
    }

    /** Takes every point away; the lines stay declared. */
    public void clear() {
        getElement().callJsFunction("clear");
    }

    /** Replaces the vertical lines. */
    public void markers(List<Marker> markers) {
        if (markers.equals(this.markers)) {
            return;
        }
        this.markers = List.copyOf(markers);
        ArrayNode nodes = JacksonUtils.createArrayNode();
        markers.forEach(m -> nodes.addObject().put("x", m.x()).put("label", m.label()));
        getElement().callJsFunction("setMarkers", nodes);
    }

    /**
     * Replaces the horizontal lines. Where there are some the browser offers a switch for them and
     * remembers it under {@link ChartOptions#rememberAs}.
     */
    public void levels(List<Level> levels) {
        ArrayNode nodes = JacksonUtils.createArrayNode();
        levels.forEach(level ->
                nodes.addObject()
                        .put("y", level.y())
                        .put("label", level.label())
                        .put("dashed", level.dashed()));
        getElement().callJsFunction("setLevels", nodes);
    }

    /** Shows the skeleton until points come, or instead of them. */
    public void loading(boolean loading) {
        getElement().setProperty("loading", loading);
    }

    /** What an empty chart says, instead of "No data yet". */
    public void noDataText(String text) {
        getElement().setProperty("noDataText", text);
    }

    /** Lets the hover read what is near the pointer: for lines that each have x of their own. */
    public void readNearby(boolean nearby) {
        getElement().setProperty("nearby", nearby);
    }

    /** Keeps the x axis at these bounds, so that a live curve grows into the room it will need. */
    public void xRange(double from, double to) {
        double[] asked = {from, to};
        if (Arrays.equals(asked, xRange)) {
            return;
        }
        xRange = asked;
        getElement().callJsFunction("setXRange", from, to);
    }

    /** Keeps the y axis about these bounds, so that a line that changes is seen to change. */
    public void yRange(double from, double to) {
        getElement().callJsFunction("setYRange", from, to);
    }

    /** Lets the y axis follow the lines again. */
    public void freeY() {
        getElement().callJsFunction("freeY");
    }

    /** What the chart shows, in a sentence, for those who do not see it. */
    public void summary(String text) {
        getElement().setProperty("summary", text);
    }

    /** The next place begins with nothing. */
    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        markers = List.of();
        xRange = null;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        Texts texts = Texts.of(this);
        ObjectNode words = JacksonUtils.createObjectNode();
        TEXTS.forEach(word -> words.put(word, texts.get("chart." + word)));
        getElement().setPropertyJson("texts", words);
        getElement().setPropertyJson("options", JacksonUtils.mapToJson(controls()));
        getElement().setProperty("locale", texts.locale().toLanguageTag());
    }

    private Map<String, Object> controls() {
        return Map.of(
                "title", options.title(),
                "xTitle", options.xTitle(),
                "yTitle", options.yTitle(),
                "rememberAs", options.rememberAs(),
                "logSwitch", options.logSwitch(),
                "smoothing", options.smoothing(),
                "wholeX", options.wholeX(),
                "toolbar", options.toolbar());
    }
}
