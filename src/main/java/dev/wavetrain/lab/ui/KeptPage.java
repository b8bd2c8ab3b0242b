package dev.wavetrain.lab.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.lab.Finding;
import dev.wavetrain.lab.KeptResult;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.NamePrompt;
import dev.wavetrain.shell.parts.PageHeader;
import dev.wavetrain.shell.parts.Toast;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** A result that was kept, as it was found. */
final class KeptPage extends Div {

    private final Caller caller;
    private final LabServices services;
    private final Texts texts;
    private final PageHeader header;
    private KeptResult kept;

    KeptPage(Caller caller, KeptResult kept, LabServices services, Texts texts) {
        this.caller = caller;
        this.kept = kept;
        this.services = services;
        this.texts = texts;
        addClassName("wt-lab-bench");
        header = new PageHeader(kept.name());
        header.lead(texts.get("lab.kept.lead", kept.authorName(), texts.exactly(kept.createdAt())));
        actions();
        add(header, asked());
        List<Finding> findings = services.results().findings(caller, kept.id());
        results(findings);
    }

    private void actions() {
        Button again = new Button(texts.get("lab.again"), click -> again());
        again.addThemeVariants(ButtonVariant.PRIMARY);
        if (services.results().mayChange(caller, kept)) {
            Button rename = new Button(texts.get("lab.rename"), click -> rename());
            rename.addThemeVariants(ButtonVariant.TERTIARY);
            Button delete = new Button(texts.get("lab.delete"), new Icon(Icon.Shape.BIN));
            delete.addThemeVariants(ButtonVariant.TERTIARY);
            delete.setDisableOnClick(true);
            delete.addClickListener(click -> delete());
            header.actions(rename, delete);
        }
        header.actions(again);
    }

    private void again() {
        UI.getCurrent().navigate("lab", QueryParameters.of("from", kept.id().toString()));
    }

    private Component asked() {
        return new Card(texts.get("lab.trial"), new QuestionWords(texts).told(kept.question()));
    }

    private void results(List<Finding> findings) {
        List<Integer> places = IntStream.range(0, findings.size()).boxed().toList();
        Div results = new Div();
        results.addClassName("wt-lab-results");
        add(results);
        if (findings.isEmpty()) {
            return;
        }
        if (kept.question().sweep() != null) {
            SweepChart chart = new SweepChart(texts);
            chart.show(findings, places, Objects.requireNonNull(kept.question().sweep()));
            results.add(new Card(texts.get("lab.sweep"), chart));
            return;
        }
        OverlayChart chart = new OverlayChart(texts.get("lab.forecasts"), texts);
        ErrorsCard errors = new ErrorsCard(texts);
        HorizonsCard horizons = new HorizonsCard(texts);
        results.add(chart, errors, horizons);
        chart.show(findings, places);
        errors.show(findings, places, kept.question());
        horizons.show(findings, places, kept.question());
    }

    private void rename() {
        new NamePrompt(
                        texts.get("lab.rename"),
                        texts.get("field.name"),
                        kept.name(),
                        texts.get("action.save"),
                        texts,
                        name -> {
                            kept = services.results().rename(caller, kept.id(), name);
                            header.title(kept.name());
                        })
                .open();
    }

    private void delete() {
        try {
            services.results().delete(caller, kept.id());
            Toast.undoable(texts.get("lab.kept.deleted", kept.name()), this::restore);
        } catch (NotFound already) {
            // Another tab was first.
        }
        UI.getCurrent().navigate("lab");
    }

    private void restore() {
        services.results().restore(caller, kept.id());
        UI.getCurrent().navigate("lab/" + kept.id());
    }
}
