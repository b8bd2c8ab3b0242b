package dev.wavetrain.lab.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.checkpoints.Baseline;
import dev.wavetrain.checkpoints.Evaluation;
import dev.wavetrain.checkpoints.ForecastErrors;
import dev.wavetrain.lab.Finding;
import dev.wavetrain.lab.LabQuestion;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Badge;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.SimpleTable;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The errors of several forecasts beside those of predicting without a net, the best marked. */
final class ErrorsCard extends Card {

    private final Texts texts;
    private final LabWords words;
    private final Paragraph says = new Paragraph();
    private final Div place = new Div();

    ErrorsCard(Texts texts) {
        super(texts.get("lab.errors"));
        this.texts = texts;
        words = new LabWords(texts);
        says.addClassName("wt-errors-says");
        place.addClassName("wt-lab-errors");
        add(says, place);
    }

    /**
     * @param places by which the findings are coloured
     */
    void show(List<Finding> findings, List<Integer> places, LabQuestion question) {
        Waves waves = Waves.of(findings);
        Optional<Finding> best = best(findings, waves);
        SimpleTable table =
                new SimpleTable(
                        texts.get("lab.errors"),
                        List.of(
                                texts.get("lab.who"),
                                texts.get("errors.rmse"),
                                texts.get("errors.mae"),
                                texts.get("errors.mse"),
                                texts.get("lab.lag"),
                                texts.get("lab.amplitude")));
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            boolean isBest = best.filter(one -> one == finding).isPresent();
            row(table, finding, places.get(i), question, isBest);
        }
        for (int wave = 0; wave < waves.count(); wave++) {
            baselines(table, waves, waves.first(wave));
        }
        place.removeAll();
        place.add(table);
        say(waves, best);
    }

    /** The one of least error, where several are of one wave. */
    private static Optional<Finding> best(List<Finding> findings, Waves waves) {
        return findings.size() < 2 || waves.count() > 1
                ? Optional.empty()
                : findings.stream()
                        .filter(one -> Double.isFinite(waves.forecast(one).rmse()))
                        .min(Comparator.comparingDouble(one -> waves.forecast(one).rmse()));
    }

    private void row(
            SimpleTable table, Finding finding, int colour, LabQuestion question, boolean best) {
        Evaluation forecast = Objects.requireNonNull(finding.forecast());
        ForecastErrors errors = ForecastErrors.of(forecast, question.request(finding.task()));
        Anchor link = new Anchor("runs/" + finding.run() + "/checkpoints", words.name(finding));
        Div name = LabWords.named(colour, link);
        if (best) {
            name.add(new Badge(Badge.Tone.GOOD, Icon.Shape.STAR, texts.get("lab.best")));
        }
        Double ratio = errors.amplitudeRatio();
        table.row(
                name,
                number(words.error(forecast.rmse())),
                number(words.error(forecast.mae())),
                number(words.error(forecast.mse())),
                number(words.lag(errors.phaseLag())),
                number(ratio == null ? "–" : texts.get("lab.times", texts.number(ratio))));
    }

    private void baselines(SimpleTable table, Waves waves, Finding of) {
        waves.forecast(of).baselines().stream()
                .sorted(Comparator.comparingDouble(Baseline::rmse))
                .forEach(one -> {
                    String kind = texts.nameOf("baseline", one.kind());
                    Span name =
                            new Span(
                                    waves.count() == 1
                                            ? kind
                                            : texts.get("lab.of", kind, of.runName()));
                    name.addClassName("wt-muted");
                    table.row(
                            name,
                            number(words.error(one.rmse())),
                            number(words.error(one.mae())),
                            number(words.error(one.mse())),
                            number("–"),
                            number("–"));
                });
    }

    private static Component number(String text) {
        Span number = new Span(text);
        number.addClassName("wt-number");
        return number;
    }

    private void say(Waves waves, Optional<Finding> best) {
        if (waves.count() > 1) {
            tell(texts.get("lab.differ"), "neutral");
            return;
        }
        Finding first = best.orElseGet(() -> waves.first(0));
        double rmse = waves.forecast(first).rmse();
        Optional<Baseline> ahead =
                waves.forecast(first).baselines().stream()
                        .filter(one -> one.rmse() <= rmse)
                        .min(Comparator.comparingDouble(Baseline::rmse));
        says.setVisible(Double.isFinite(rmse));
        if (ahead.isPresent()) {
            tell(texts.get("lab.beaten", texts.nameOf("baseline", ahead.get().kind())), "warning");
        } else if (Double.isFinite(rmse)) {
            tell(texts.get("lab.ahead", words.name(first)), "good");
        }
    }

    private void tell(String text, String tone) {
        says.setVisible(true);
        says.setText(text);
        says.getElement().setAttribute("data-tone", tone);
    }
}
