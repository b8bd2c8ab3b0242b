package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.runs.RunWarning;
import dev.wavetrain.runs.Verdict;
import dev.wavetrain.shell.Advice;
import dev.wavetrain.shell.HelpTopic;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Icon;
import org.jspecify.annotations.Nullable;

/** Says in one line whether the net beats copying the last value. */
final class VerdictLine extends Div {

    private final Texts texts;
    private final Icon icon = new Icon(Icon.Shape.INFO);
    private final Span words = new Span();
    private final Advice advice;

    VerdictLine(Texts texts) {
        this.texts = texts;
        addClassName("wt-verdict");
        HelpTopic topic = HelpTopic.valueOf(RunWarning.Code.WORSE_THAN_LAST_VALUE.name());
        advice = new Advice(topic.name(), topic.address(), texts);
        add(icon, new Div(words, advice));
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
        String key = worse ? ended ? words(verdict) : "verdict.notYet" : "verdict.better";
        advice.setVisible(worse && ended);
        words.setText(
                texts.get(
                        key,
                        verdict.metric(),
                        texts.number(verdict.net()),
                        texts.number(verdict.copying()),
                        factor(verdict.factor())));
    }

    /** The text for a net that does not beat copying and will not any more. */
    static String words(Verdict verdict) {
        return verdict.mixed() ? "verdict.mixed" : "verdict.worse";
    }

    private String factor(double factor) {
        return Double.isFinite(factor)
                ? texts.brief(factor >= 10 ? Math.rint(factor) : Math.rint(factor * 10) / 10)
                : "∞";
    }
}
