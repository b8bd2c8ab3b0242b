package dev.wavetrain.shell.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import org.jspecify.annotations.Nullable;

/** A line icon in the colour of the text beside it; decorative, so a word stands with it. */
@Tag("span")
public class Icon extends Component implements HasStyle {

    /** The icons there are: SVG on a grid of 24, drawn with strokes. */
    public enum Shape {
        RUNS("<path d='M2 12h4l3-8 5 16 3-8h5'/>"),
        EXPERIMENTS(
                "<path d='M9 3h6M10 3v6.5L4.6 18.4A1.8 1.8 0 0 0 6.2 21h11.6a1.8 1.8 0 0 0"
                        + " 1.6-2.6L14 9.5V3M7.2 15h9.6'/>"),
        LAB(
                "<path d='M4 6h8M16 6h4M4 12h2.5M10.5 12H20M4 18h9M17 18h3'/><circle cx='14' cy='6'"
                        + " r='2'/><circle cx='8.5' cy='12' r='2'/><circle cx='15' cy='18' r='2'/>"),
        WORKERS(
                "<rect x='3' y='4' width='18' height='7' rx='2'/><rect x='3' y='13' width='18'"
                        + " height='7' rx='2'/><path d='M7 7.5v.1M7 16.5v.1M11 7.5h6M11 16.5h6'/>"),
        CLOCK("<circle cx='12' cy='12' r='9'/><path d='M12 7v5l3 2'/>"),
        PLAY("<path d='M7 4.5v15l12-7.5z'/>"),
        PAUSE("<path d='M8 5v14M16 5v14'/>"),
        STOP("<rect x='6' y='6' width='12' height='12' rx='2'/>"),
        CHECK("<path d='m5 12.5 4.5 4.5L19 7.5'/>"),
        CHECK_CIRCLE("<circle cx='12' cy='12' r='9'/><path d='m8 12.5 2.8 2.8L16 10'/>"),
        FLAG("<path d='M6 21V4M6 4.5c4-2 8 2 12 0V14c-4 2-8-2-12 0'/>"),
        DIVERGED("<path d='M3 18c5 0 8-2 10-7s3-7 3-7M16 4l-4 2M16 4l2.5 3.5M3 21h18'/>"),
        CROSS("<path d='m6 6 12 12M18 6 6 18'/>"),
        WARNING("<path d='M12 4 2.8 19.5h18.4zM12 10v4.5M12 17.2v.1'/>"),
        INFO("<circle cx='12' cy='12' r='9'/><path d='M12 11v5.5M12 7.7v.1'/>"),
        PLUS("<path d='M12 5v14M5 12h14'/>"),
        SEARCH("<circle cx='11' cy='11' r='6.5'/><path d='m16 16 4.5 4.5'/>"),
        BIN("<path d='M4 7h16M9.5 7V4.5h5V7M6 7l1 13h10l1-13M10 11v5.5M14 11v5.5'/>"),
        RESTORE("<path d='M4 5v5h5M4.6 10a8 8 0 1 1-.4 4'/>"),
        DOWNLOAD("<path d='M12 4v11M7.5 10.5 12 15l4.5-4.5M4.5 20h15'/>"),
        UPLOAD("<path d='M12 16V5M7.5 9.5 12 5l4.5 4.5M4.5 20h15'/>"),
        COPY(
                "<rect x='8.5' y='8.5' width='11' height='11' rx='2'/><path d='M5.5"
                        + " 15.5h-1v-11h11v1'/>"),
        EDIT("<path d='M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19zM13.5 7l3.5 3.5'/>"),
        EYE(
                "<path d='M2.5 12c4-8.5 15-8.5 19 0-4 8.5-15 8.5-19 0z'/><circle cx='12' cy='12' r='3'/>"),
        STAR(
                "<path d='m12 3 2.8 5.8 6.2.9-4.5 4.4 1.1 6.3-5.6-3-5.6 3 1.1-6.3L3"
                        + " 9.7l6.2-.9z'/>"),
        COMMENT("<path d='M4 5h16v11h-9l-4.5 4v-4H4zM8 9h8M8 12h5'/>"),
        BELL("<path d='M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5a2.2 2.2 0 0 0 4 0'/>"),
        COLUMNS(
                "<rect x='3.5' y='4.5' width='17' height='15' rx='2'/><path d='M9.2 4.5v15M14.8 4.5v15'/>"),
        PIN("<path d='M9 3.5h6M10 3.5v6l-3.5 4.5h11L14 9.5v-6M12 14v6.5'/>"),
        VIEWS("<path d='M6 3.5h12v17l-6-4.5-6 4.5z'/>"),
        TAG("<path d='M4 4h8l8.5 8.5-8 8L4 12zM8 8v.1'/>"),
        MORE(
                "<circle cx='5.5' cy='12' r='.8'/><circle cx='12' cy='12' r='.8'/><circle"
                        + " cx='18.5' cy='12' r='.8'/>"),
        MENU("<path d='M4 7h16M4 12h16M4 17h16'/>"),
        CHEVRON_DOWN("<path d='m7 10 5 5 5-5'/>"),
        CHEVRON_RIGHT("<path d='m10 7 5 5-5 5'/>"),
        ARROW_UP("<path d='M12 19V5M6 11l6-6 6 6'/>"),
        ARROW_DOWN("<path d='M12 5v14M6 13l6 6 6-6'/>"),
        TO_TOP("<path d='M5 4h14M12 20V8.5M6.5 14 12 8.5l5.5 5.5'/>"),
        ARROW_RIGHT("<path d='M5 12h14M13 6l6 6-6 6'/>"),
        LINK(
                "<path d='M10 14a4 4 0 0 0 5.7 0l3.1-3.1a4 4 0 0 0-5.7-5.7l-1.2 1.2M14 10a4 4 0 0"
                        + " 0-5.7 0l-3.1 3.1a4 4 0 0 0 5.7 5.7l1.2-1.2'/>"),
        SHARE(
                "<circle cx='6' cy='12' r='2.5'/><circle cx='17.5' cy='5.5' r='2.5'/><circle"
                        + " cx='17.5' cy='18.5' r='2.5'/><path d='m8.2 10.8 7.1-4M8.2 13.2l7.1"
                        + " 4'/>"),
        SUN(
                "<circle cx='12' cy='12' r='4'/><path d='M12 2.5v2M12 19.5v2M2.5 12h2M19.5"
                        + " 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4"
                        + " 1.4M6.7 17.3l-1.4 1.4'/>"),
        MOON("<path d='M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z'/>"),
        GLOBE(
                "<circle cx='12' cy='12' r='9'/><path d='M3 12h18M12 3c5 5 5 13 0 18-5-5-5-13"
                        + " 0-18z'/>"),
        KEYBOARD(
                "<rect x='2.5' y='6' width='19' height='12' rx='2'/><path d='M6.5 10v.1M10.2"
                        + " 10v.1M13.8 10v.1M17.5 10v.1M8 14h8'/>"),
        USER("<circle cx='12' cy='8' r='4'/><path d='M4.5 20.5c1-4.5 14-4.5 15 0'/>"),
        USERS(
                "<circle cx='9' cy='8' r='3.5'/><path d='M2.5 20c1-4.5 12-4.5 13 0M15.5"
                        + " 4.8a3.5 3.5 0 0 1 0 6.4M17.5 15.6c2 .5 3.5 2 4 4.4'/>"),
        FOLDER("<path d='M3 6.5V19h18V8.5h-9L10 5.5H3z'/>"),
        KEY("<circle cx='8' cy='15' r='4'/><path d='m11 12 8.5-8.5M16 7l3 3'/>"),
        SIGN_OUT("<path d='M10 4H5v16h5M10 12h10M16 8l4 4-4 4'/>"),
        LAYERS("<path d='m12 3.5 9 5-9 5-9-5zM3 12.5l9 5 9-5M3 16.5l9 5 9-5'/>"),
        BOX("<path d='m12 3 8 4.5v9L12 21l-8-4.5v-9zM4 7.5l8 4.5 8-4.5M12 12v9'/>"),
        TABLE("<path d='M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14'/>"),
        WAVE("<path d='M2 12c2.5-9 5-9 7.5 0s5 9 7.5 0 3.5-6.5 5-4'/>");

        private final String drawing;

        Shape(String drawing) {
            this.drawing = drawing;
        }

        /** The whole SVG, for places that take markup or a file. */
        public String svg() {
            return "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none'"
                    + " stroke='currentColor' stroke-width='1.75' stroke-linecap='round'"
                    + " stroke-linejoin='round'>"
                    + drawing
                    + "</svg>";
        }
    }

    private @Nullable Shape drawn;

    public Icon(Shape shape) {
        addClassName("wt-icon");
        getElement().setAttribute("aria-hidden", "true");
        show(shape);
    }

    /** Draws another icon in this place. */
    public final void show(Shape shape) {
        if (shape != drawn) {
            drawn = shape;
            getElement().setProperty("innerHTML", shape.svg());
        }
    }
}
