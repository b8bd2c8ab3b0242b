package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.html.Div;
import dev.wavetrain.experiments.ui.DefinitionCards;
import dev.wavetrain.experiments.ui.ModelTable;
import dev.wavetrain.model.Network;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.sequence.SequenceDefinition;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Card;

/** What a shared run was asked to do; not who asked, nor on which machine. */
final class SharedConfiguration extends Div implements RunTabContent {

    SharedConfiguration(RunDetails run, Texts texts) {
        SequenceDefinition sequence = run.definition().sequence();
        Network network =
                Network.of(run.definition().network(), sequence.task(), sequence.window());
        Div cards =
                new Div(
                        new DefinitionCards(run.definition(), texts),
                        new Card(
                                texts.get("model.title"),
                                new ModelTable(texts, network.summary())));
        cards.addClassName("wt-cards");
        addClassName("wt-run-tab");
        add(cards);
    }

    /** It never changes. */
    @Override
    public void follow(RunDetails run, boolean newCheckpoint) {}
}
