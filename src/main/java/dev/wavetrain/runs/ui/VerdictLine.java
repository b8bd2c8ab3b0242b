package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Icon;
import org.jspecify.annotations.Nullable;

/** Says in one line whether the net beats copying the last value. */
final class VerdictLine extends Div {

    private final Texts texts;
    private final Icon icon = new Icon(Icon.Shape.INFO);
    private final Span words = new Span();

    VerdictLine(Texts texts) {
        this.texts = texts;
        addClassName("wt-verdict");
        add(icon, words);
    }

    /**
     * @param ended whether the net will not become better any more
     */
    void show(@Nullable Verdict verdict, boolean ended) {
        setVisible(verdict != null);
        if (verdict == null) {
            return;
        }
        boolean worse = verdict.worse();
        icon.show(worse ? Icon.Shape.WARNING : Icon.Shape.CHECK);
        getElement().setAttribute("data-tone", !worse ? "good" : ended ? "warning" : "neutral");
        String key = !worse ? "verdict.better" : ended ? "verdict.worse" : "verdict.notYet";
        words.setText(
                texts.get(
                        key,
                        verdict.metric(),
                        texts.number(verdict.best()),
                        texts.number(verdict.copying()),
                        factor(verdict.factor())));
    }

    private String factor(double factor) {
        return Double.isFinite(factor)
                ? texts.brief(factor >= 10 ? Math.rint(factor) : Math.rint(factor * 10) / 10)
                : "∞";
    }
}
