package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.compare.ComparedMetric;
import dev.wavetrain.runs.compare.ComparedSetting;
import dev.wavetrain.runs.compare.RunComparison;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.chart.WavePlot;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.shell.parts.EmptyState;
import dev.wavetrain.shell.parts.Icon;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What the settings did: one against a metric, and all of them against it. */
final class CompareInfluence extends Div implements CompareContent {

    /** More axes beside each other cannot be read. */
    private static final int MOST_AXES = 8;

    private final CompareLook look;
    private final Texts texts;
    private final CompareWords words;
    private final Consumer<CompareAddress> moved;
    private final Select<ComparedSetting> setting = new Select<>();
    private final Select<ComparedMetric> metric = new Select<>();
    private final WavePlot dots;
    private final WavePlot threads;
    private final Paragraph left = new Paragraph();
    private CompareAddress address;
    private RunComparison comparison;

    /**
     * @param moved told of each new address
     */
    CompareInfluence(
            RunComparison comparison,
            CompareAddress address,
            CompareLook look,
            Texts texts,
            Consumer<CompareAddress> moved) {
        this.comparison = comparison;
        this.address = address;
        this.look = look;
        this.texts = texts;
        this.moved = moved;
        words = new CompareWords(texts);
        dots = new WavePlot(texts);
        threads = new WavePlot(texts);
        addClassName("wt-run-tab");
        if (comparison.settings().isEmpty()) {
            add(
                    new EmptyState(
                            Icon.Shape.LAYERS,
                            texts.get("compare.settings.same"),
                            texts.get("compare.settings.none")));
            return;
        }
        choices();
        List.of(dots, threads)
                .forEach(plot -> plot.onOpen(key -> UI.getCurrent().navigate("runs/" + key)));
        left.addClassNames("wt-muted", "wt-compare-note");
        int dropped = Math.max(0, comparison.settings().size() - MOST_AXES);
        Paragraph more = new Paragraph(texts.get("compare.threads.more", MOST_AXES, dropped));
        more.addClassNames("wt-muted", "wt-compare-note");
        more.setVisible(dropped > 0);
        add(
                new Card(texts.get("compare.dots"), dots, left).withActions(setting, metric),
                new Card(texts.get("compare.threads"), threads, more));
        draw();
    }

    private void choices() {
        List<ComparedSetting> settings = comparison.settings();
        setting.setItems(settings);
        setting.setItemLabelGenerator(words::name);
        setting.setAriaLabel(texts.get("compare.setting"));
        setting.setValue(
                settings.stream()
                        .filter(each -> each.path().equals(address.setting()))
                        .findFirst()
                        .orElse(settings.getFirst()));
        metric.setItems(ComparedMetric.values());
        metric.setItemLabelGenerator(words::name);
        metric.setAriaLabel(texts.get("compare.metric"));
        metric.setValue(comparison.has(address.metric()) ? address.metric() : ComparedMetric.LOSS);
        Stream.of(setting, metric)
                .forEach(choice ->
                        choice.addValueChangeListener(change -> {
                            address = address.holding(setting.getValue().path(), metric.getValue());
                            moved.accept(address);
                            draw();
                        }));
    }

    @Override
    public Component component() {
        return this;
    }

    @Override
    public void follow(RunComparison now) {
        boolean same = now.runs().equals(comparison.runs());
        comparison = now;
        if (!same && !now.settings().isEmpty()) {
            draw();
        }
    }

    private void draw() {
        ComparedSetting one = setting.getValue();
        List<ComparedSetting> many = comparison.settings().stream().limit(MOST_AXES).toList();
        String result = words.name(metric.getValue());
        dots.dots(
                texts.get("compare.dots.title", result, words.name(one)),
                CompareAxis.of(one, words).axis(),
                resultAxis(),
                items(List.of(one)));
        List<WavePlot.Axis> axes = new ArrayList<>();
        many.forEach(each -> axes.add(CompareAxis.of(each, words).axis()));
        axes.add(resultAxis());
        threads.threads(texts.get("compare.threads.title", result), axes, items(many));
        long without = comparison.runs().stream().filter(run -> !isDrawn(one, run)).count();
        left.setVisible(without > 0);
        left.setText(texts.get("compare.dots.left", without));
    }

    private boolean isDrawn(ComparedSetting one, RunDetails run) {
        double place = CompareAxis.of(one, words).places()[comparison.runs().indexOf(run)];
        return Double.isFinite(place) && Double.isFinite(result(run));
    }

    private WavePlot.Axis resultAxis() {
        return new WavePlot.Axis(words.name(metric.getValue()), List.of());
    }

    private double result(RunDetails run) {
        Double value = metric.getValue().of(run);
        return value == null ? Double.NaN : value;
    }

    private List<WavePlot.Item> items(List<ComparedSetting> settings) {
        List<double[]> places =
                settings.stream().map(each -> CompareAxis.of(each, words).places()).toList();
        List<WavePlot.Item> items = new ArrayList<>();
        for (int i = 0; i < comparison.runs().size(); i++) {
            RunDetails run = comparison.runs().get(i);
            double[] values = new double[settings.size() + 1];
            List<String> says = new ArrayList<>();
            for (int axis = 0; axis < settings.size(); axis++) {
                values[axis] = places.get(axis)[i];
                ComparedSetting each = settings.get(axis);
                says.add(texts.get("compare.says", words.name(each), words.value(each, i)));
            }
            values[settings.size()] = result(run);
            String value = words.value(metric.getValue(), metric.getValue().of(run));
            says.add(texts.get("compare.says", words.name(metric.getValue()), value));
            items.add(
                    new WavePlot.Item(
                            run.id().toString(),
                            look.name(run),
                            look.style(run).color(),
                            values,
                            look.name(run) + " · " + String.join(" · ", says),
                            comparison.best(metric.getValue()).contains(run.id())));
        }
        return items;
    }
}
