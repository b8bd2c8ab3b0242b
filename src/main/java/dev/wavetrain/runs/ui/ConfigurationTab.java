package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.common.Caller;
import dev.wavetrain.experiments.ui.DefinitionCards;
import dev.wavetrain.experiments.ui.ModelTable;
import dev.wavetrain.model.Network;
import dev.wavetrain.runs.ModelSource;
import dev.wavetrain.runs.Provenance;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunFamily;
import dev.wavetrain.sequence.SequenceDefinition;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.shell.parts.KeyValues;

/** What the run was asked to do, and what it was made by. */
final class ConfigurationTab extends Div implements RunTabContent {

    private final Texts texts;
    private final Div provenance = new Div();
    private boolean known;

    ConfigurationTab(Caller caller, RunDetails run, RunServices services, Texts texts) {
        this.texts = texts;
        addClassName("wt-run-tab");
        SequenceDefinition sequence = run.definition().sequence();
        Network network =
                Network.of(run.definition().network(), sequence.task(), sequence.window());
        Div cards =
                new Div(
                        new DefinitionCards(run.definition(), texts),
                        new Card(
                                texts.get("model.title"), new ModelTable(texts, network.summary())),
                        new Card(texts.get("provenance.title"), provenance));
        cards.addClassName("wt-cards");
        RunFamily family = services.checkpoints().family(caller, run.id());
        if (family.members().size() > 1) {
            add(new Card(texts.get("family.title"), new FamilyTree(family, run.id(), texts)));
        }
        add(cards);
        show(run);
    }

    @Override
    public void follow(RunDetails run, boolean newCheckpoint) {
        if (!known) {
            show(run);
        }
    }

    private void show(RunDetails run) {
        Anchor experiment =
                new Anchor(
                        "experiments/" + run.experiment(), texts.get("provenance.experiment.open"));
        Div version =
                new Div(
                        new Span(texts.get("experiments.version", run.experimentVersion())),
                        experiment);
        version.addClassName("wt-row-actions");
        KeyValues values =
                new KeyValues()
                        .with(texts.get("provenance.experiment"), version)
                        .with(texts.get("provenance.run"), code(run.id().toString()))
                        .with(texts.get("provenance.seed"), String.valueOf(run.seed()))
                        .with(texts.get("provenance.owner"), run.ownerName())
                        .with(texts.get("provenance.queued"), texts.exactly(run.queuedAt()));
        Provenance made = run.provenance();
        known = made != null;
        if (made != null) {
            values.with(texts.get("provenance.version"), made.version())
                    .with(texts.get("provenance.java"), made.java())
                    .with(texts.get("provenance.system"), made.os() + " · " + made.arch())
                    .with(texts.get("provenance.cpu"), made.cpu());
            ModelSource source = made.source();
            if (source != null) {
                values.with(
                                texts.get("provenance.file"),
                                source.file()
                                        + " · "
                                        + texts.nameOf("upload.format", source.format()))
                        .with(texts.get("provenance.file.sha256"), code(source.sha256()));
            }
            if (made.dataSha256() != null) {
                values.with(texts.get("provenance.data"), code(made.dataSha256()));
            }
        }
        provenance.removeAll();
        provenance.add(values);
    }

    private static Span code(String text) {
        Span code = new Span(text);
        code.addClassName("wt-code");
        return code;
    }
}
