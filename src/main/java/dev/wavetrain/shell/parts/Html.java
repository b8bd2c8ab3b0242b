package dev.wavetrain.shell.parts;

import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/**
 * Pieces of HTML that look like the components of the same name, for tables whose cells would be
 * thousands of components. What somebody wrote has to go through {@link #text}.
 */
public final class Html {

    private Html() {}

    /** Escaped, for between tags and within the quotes of an attribute. */
    public static String text(String written) {
        return HtmlUtils.htmlEscape(written, "UTF-8");
    }

    public static String icon(Icon.Shape shape) {
        return "<span class=\"wt-icon\" aria-hidden=\"true\">" + shape.svg() + "</span>";
    }

    public static String badge(Badge.Tone tone, Icon.Shape shape, String word) {
        return badge("", tone, shape, text(word), "");
    }

    /**
     * @param style a class of its own; empty for none
     * @param inner HTML beside the icon
     * @param title said at the pointer; empty for nothing
     */
    public static String badge(
            String style, Badge.Tone tone, Icon.Shape shape, String inner, String title) {
        return "<span class=\"wt-badge %s\" data-tone=\"%s\"%s>%s<span>%s</span></span>"
                .formatted(
                        style,
                        tone.name().toLowerCase(Locale.ROOT),
                        title.isEmpty() ? "" : " title=\"" + text(title) + "\"",
                        icon(shape),
                        inner);
    }

    /**
     * An icon that is pressed.
     *
     * @param act what it does, as a script tells it
     * @param attributes more of them, as HTML
     */
    public static String button(String act, Icon.Shape shape, String label, String attributes) {
        String said = text(label);
        return ("<button type=\"button\" class=\"wt-icon-button\" data-act=\"%s\" aria-label=\"%s\""
                        + " title=\"%s\" %s>%s</button>")
                .formatted(act, said, said, attributes, icon(shape));
    }
}
