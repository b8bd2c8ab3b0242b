package dev.wavetrain.shell.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.internal.JacksonUtils;
import dev.wavetrain.shell.Texts;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Things drawn by what they are and what came of them: as dots over two axes, or as lines across
 * many parallel ones. Each says what it is to pointer, keyboard and reader, and can be opened. The
 * browser draws, and saves as PNG or SVG: see {@code frontend/wave-plot.ts}.
 */
@Tag("wave-plot")
@JsModule("./wave-plot.ts")
public class WavePlot extends Component implements HasStyle {

    private static final String KEY = "event.detail.key";

    /**
     * An axis.
     *
     * @param words what the values 0, 1, … mean; none where values are numbers
     */
    public record Axis(String name, List<String> words) {
        public Axis {
            words = List.copyOf(words);
        }
    }

    /**
     * One thing.
     *
     * @param color as {@link LineStyle#color}
     * @param values one an axis; NaN where it has none
     * @param says all that is to be known of it, in a sentence
     * @param best whether it stands out
     */
    public record Item(
            String key, String name, String color, double[] values, String says, boolean best) {}

    private final Texts texts;

    public WavePlot(Texts texts) {
        this.texts = texts;
        getElement().setAttribute("role", "figure");
    }

    /** Called with an item's key when somebody opens it. */
    public void onOpen(Consumer<String> open) {
        getElement()
                .addEventListener(
                        "plot-open",
                        event -> open.accept(event.getEventData().get(KEY).asString("")))
                .addEventData(KEY);
    }

    /** The second axis over the first. */
    public void dots(String title, Axis x, Axis y, List<Item> items) {
        draw(title, false, List.of(x, y), items);
    }

    /** A line an item across all axes, the last of which is what came of it. */
    public void threads(String title, List<Axis> axes, List<Item> items) {
        draw(title, true, axes, items);
    }

    private void draw(String title, boolean parallel, List<Axis> axes, List<Item> items) {
        getElement().setAttribute("aria-label", title);
        ObjectNode plot = JacksonUtils.createObjectNode();
        plot.put("title", title).put("parallel", parallel);
        plot.put("png", texts.get("chart.png")).put("svg", texts.get("chart.svg"));
        plot.put("how", texts.get("plot.how"));
        ArrayNode across = plot.putArray("axes");
        for (Axis axis : axes) {
            ObjectNode node = across.addObject().put("name", axis.name());
            ArrayNode words = node.putArray("words");
            axis.words().forEach(words::add);
        }
        ArrayNode all = plot.putArray("items");
        items.forEach(item -> add(item, all.addObject()));
        getElement().setPropertyJson("plot", plot);
    }

    private static void add(Item item, ObjectNode node) {
        node.put("key", item.key()).put("name", item.name()).put("color", item.color());
        node.put("says", item.says()).put("best", item.best());
        ArrayNode values = node.putArray("values");
        for (double value : item.values()) {
            if (Double.isFinite(value)) {
                values.add(value);
            } else {
                values.addNull();
            }
        }
    }
}
