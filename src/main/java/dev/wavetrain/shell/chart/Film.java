package dev.wavetrain.shell.chart;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.internal.JacksonUtils;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Icon;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A button that plays one line of a chart, frame by frame, ten a second; one a second where the
 * system asks for less motion. The browser keeps the frames and the time, the server neither:
 * {@link #begin} names the frames in order, {@link #frame} brings each, before or while it runs.
 */
@Tag("wave-film")
@JsModule("./wave-film.ts")
public class Film extends Component implements HasStyle {

    private static final String HAVE = "event.detail.have";
    private static final String NAME = "event.detail.name";

    private final WaveChart chart;
    private final Component slider;
    private final String line;

    /**
     * @param slider moved along with the frames; whoever takes it stops the film
     * @param line the key of the chart's line that plays
     */
    public Film(WaveChart chart, Component slider, String line) {
        this.chart = chart;
        this.slider = slider;
        this.line = line;
    }

    /**
     * Called when somebody presses play.
     *
     * @param wanted told the names of the frames that the browser has
     */
    public void onWanted(Consumer<Set<String>> wanted) {
        getElement()
                .addEventListener(
                        "film-wanted",
                        event ->
                                wanted.accept(
                                        Arrays.stream(
                                                        text(event.getEventData().get(HAVE))
                                                                .split(" "))
                                                .collect(Collectors.toSet())))
                .addEventData(HAVE);
    }

    /** Called when the film ends or is paused, with the name of the frame it rests at. */
    public void onRest(Consumer<String> rest) {
        getElement()
                .addEventListener(
                        "film-rest", event -> rest.accept(text(event.getEventData().get(NAME))))
                .addEventData(NAME);
    }

    private static String text(JsonNode node) {
        return node.asString("");
    }

    /** Runs it over these frames from one of them on. */
    public void begin(List<String> names, int from) {
        ArrayNode order = JacksonUtils.createArrayNode();
        names.forEach(order::add);
        getElement().callJsFunction("show", chart.getElement(), slider.getElement(), line);
        getElement().callJsFunction("begin", order, from);
    }

    /**
     * @param x ascending, [n]
     * @param y [n]; a value that is not finite leaves a gap
     * @param caption what stands beside the button meanwhile
     */
    public void frame(String name, double[] x, double[] y, String caption) {
        getElement().callJsFunction("frame", name, Packed.of(x), Packed.of(y), caption);
    }

    /** Says that a frame will never come: it is passed over. */
    public void missing(String name) {
        getElement().callJsFunction("missing", name);
    }

    /** Stops it and takes all frames away: they answered another question. */
    public void forget() {
        getElement().callJsFunction("forget");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        Texts texts = Texts.of(this);
        ObjectNode words = JacksonUtils.createObjectNode();
        words.put("play", texts.get("film.play"));
        words.put("pause", texts.get("film.pause"));
        words.put("waiting", texts.get("film.waiting"));
        words.put("playIcon", Icon.Shape.PLAY.svg());
        words.put("pauseIcon", Icon.Shape.PAUSE.svg());
        getElement().setPropertyJson("words", words);
    }
}
