package dev.wavetrain.registry.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.RunId;
import dev.wavetrain.registry.ModelVersion;
import dev.wavetrain.registry.NamedModel;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.Isolated;
import dev.wavetrain.shell.parts.RelativeTime;
import dev.wavetrain.shell.parts.SimpleTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A model's versions, the newest first. */
final class VersionTable extends Div {

    private final Caller caller;
    private final NamedModel model;
    private final Map<RunId, RunDetails> runs;
    private final RegistryServices services;
    private final AliasActions actions;
    private final Texts texts;
    private final boolean changes;
    private final boolean deletes;

    /**
     * @param runs those of the versions' that are still there for the caller
     */
    VersionTable(
            Caller caller,
            NamedModel model,
            List<ModelVersion> versions,
            Map<RunId, RunDetails> runs,
            RegistryServices services,
            AliasActions actions,
            Texts texts) {
        this.caller = caller;
        this.model = model;
        this.runs = runs;
        this.services = services;
        this.actions = actions;
        this.texts = texts;
        changes = caller.mayChange(model.project());
        deletes = caller.mayAdminister(model.project()) && versions.size() > 1;
        addClassName("wt-model-versions");
        List<String> columns =
                new ArrayList<>(
                        List.of(
                                texts.get("models.column.version"),
                                texts.get("models.column.from"),
                                texts.get("models.network"),
                                texts.get("models.note"),
                                texts.get("models.promoted")));
        if (changes) {
            columns.add(texts.get("column.actions"));
        }
        SimpleTable table = new SimpleTable(texts.get("models.versions"), columns);
        versions.forEach(version -> row(table, version));
        add(table);
    }

    private void row(SimpleTable table, ModelVersion version) {
        List<Component> cells = new ArrayList<>();
        cells.add(number(version));
        cells.add(from(version.origin()));
        cells.add(new Span(new ModelWords(texts).network(version.shape())));
        cells.add(version.note().isEmpty() ? ModelWords.muted("–") : note(version.note()));
        cells.add(
                ModelWords.lines(
                        new Isolated(version.madeBy()),
                        new RelativeTime(version.madeAt(), services.clock())));
        if (changes) {
            cells.add(actions(version));
        }
        table.row(cells.toArray(new Component[0]));
    }

    private Component number(ModelVersion version) {
        Span number = new Span(texts.get("models.version", version.number()));
        number.addClassNames("wt-number", "wt-person-name");
        Div aliases = new Div();
        aliases.addClassName("wt-chips");
        version.aliases().forEach(alias -> aliases.add(chip(alias, version.number())));
        return version.aliases().isEmpty() ? number : ModelWords.lines(number, aliases);
    }

    private Component chip(String alias, int version) {
        Span chip = ModelWords.chip(alias);
        if (changes) {
            Button remove = new Button(new Icon(Icon.Shape.CROSS));
            remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            remove.addClassName("wt-model-unname");
            remove.setAriaLabel(texts.get("models.alias.remove", alias));
            remove.setTooltipText(texts.get("models.alias.remove", alias));
            remove.addClickListener(click -> actions.remove(alias, version));
            chip.add(remove);
        }
        return chip;
    }

    private Component from(ModelVersion.Origin origin) {
        RunDetails run = runs.get(origin.run());
        String facts =
                texts.get("models.epoch", origin.epoch())
                        + " · "
                        + new ModelWords(texts).loss(origin);
        Span below = ModelWords.muted(facts);
        if (run == null || run.binned()) {
            String why = texts.get(run == null ? "models.run.gone" : "models.run.binned");
            below.setText(facts + " · " + why);
            return ModelWords.lines(new Isolated(origin.runName()), below);
        }
        Anchor link = new Anchor("runs/" + run.id() + "/checkpoints", run.name());
        link.getElement().setAttribute("dir", "auto");
        link.getElement().setAttribute("router-link", true);
        link.addClassName("wt-isolated");
        return ModelWords.lines(link, below);
    }

    private static Component note(String text) {
        Span note = new Isolated(text);
        note.addClassName("wt-model-note");
        return note;
    }

    private Component actions(ModelVersion version) {
        Div row = new Div();
        row.addClassName("wt-row-actions");
        Button name = new Button(texts.get("models.alias.give"), click -> actions.ask(version));
        name.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        name.setAriaLabel(texts.get("models.alias.give.named", version.number()));
        row.add(name);
        if (deletes) {
            Button delete =
                    new Button(
                            texts.get("models.version.delete"), click -> actions.delete(version));
            delete.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            boolean named = !version.aliases().isEmpty();
            String says =
                    named
                            ? texts.get("models.version.named", version.number())
                            : texts.get("models.version.delete.named", version.number());
            delete.setAriaLabel(says);
            delete.setTooltipText(says);
            delete.setEnabled(!named);
            row.add(delete);
        }
        return row;
    }
}
