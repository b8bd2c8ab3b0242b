package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.wavetrain.common.Caller;
import dev.wavetrain.runs.compare.RunComparison;
import dev.wavetrain.shell.Texts;
import java.util.function.Consumer;

/** What came of the runs: curves, numbers, and the settings in which they differ. */
final class CompareResults extends Div implements CompareContent {

    private final CompareCurves curves;
    private final CompareMetrics metrics;
    private CompareAddress address;

    /**
     * @param moved told of each new address
     */
    CompareResults(
            Caller caller,
            RunComparison comparison,
            CompareAddress begin,
            CompareServices services,
            CompareLook look,
            Texts texts,
            Consumer<CompareAddress> moved) {
        address = begin;
        curves =
                new CompareCurves(
                        caller,
                        comparison,
                        begin,
                        services,
                        look,
                        texts,
                        (curve, along) -> {
                            address = address.drawing(curve, along);
                            moved.accept(address);
                        });
        metrics =
                new CompareMetrics(
                        begin,
                        look,
                        texts,
                        sort -> {
                            address = address.sorted(sort);
                            moved.accept(address);
                        });
        metrics.add(new CompareDownloads(caller, comparison, services, texts));
        addClassName("wt-run-tab");
        add(curves, metrics, new CompareSettings(comparison, look, texts));
        follow(comparison);
    }

    @Override
    public Component component() {
        return this;
    }

    @Override
    public void follow(RunComparison now) {
        curves.follow(now);
        metrics.show(now);
    }
}
