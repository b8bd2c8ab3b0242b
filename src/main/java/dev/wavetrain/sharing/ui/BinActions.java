package dev.wavetrain.sharing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.common.Act;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.DatasetId;
import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
import dev.wavetrain.common.RunId;
import dev.wavetrain.data.Datasets;
import dev.wavetrain.experiments.ExperimentService;
import dev.wavetrain.runs.RunService;
import dev.wavetrain.sharing.Bin;
import dev.wavetrain.sharing.Bin.Kept;
import dev.wavetrain.sharing.ProjectBin;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Confirm;
import dev.wavetrain.shell.parts.Isolated;
import dev.wavetrain.shell.parts.NamePrompt;
import dev.wavetrain.shell.parts.RelativeTime;
import dev.wavetrain.shell.parts.SimpleTable;
import dev.wavetrain.shell.parts.Toast;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be done with something in the bin. Deleting for good cannot be undone, so it is asked
 * about first, and of a whole project the name is asked for.
 */
record BinActions(Caller caller, Services services, Texts texts, Runnable changed) {

    /** What the actions are done by. */
    @org.springframework.stereotype.Component
    record Services(
            Bin bin,
            ProjectBin projects,
            RunService runs,
            ExperimentService experiments,
            Datasets datasets,
            Clock clock) {}

    SimpleTable table(String label, List<Kept> kept, boolean inProjects) {
        List<String> columns = new ArrayList<>();
        columns.add(texts.get("field.name"));
        if (inProjects) {
            columns.add(texts.get("bin.project"));
        }
        columns.add(texts.get("bin.deleted"));
        columns.add(texts.get("bin.until"));
        columns.add(texts.get("column.actions"));
        SimpleTable table = new SimpleTable(label, columns);
        kept.forEach(one -> table.row(cells(one, inProjects)));
        return table;
    }

    private Component[] cells(Kept one, boolean inProjects) {
        List<Component> cells = new ArrayList<>();
        Span name = new Isolated(one.name());
        name.addClassName("wt-person-name");
        cells.add(name);
        if (inProjects) {
            cells.add(new Isolated(one.projectName()));
        }
        cells.add(new RelativeTime(one.deletedAt(), services.clock()));
        Span until = new Span(texts.exactly(one.keptUntil()));
        until.addClassName("wt-number");
        cells.add(until);
        cells.add(buttons(one));
        return cells.toArray(Component[]::new);
    }

    private Div buttons(Kept one) {
        Button restore = button("bin.restore", one);
        restore.addClickListener(click -> restore(one));
        Button purge = button("bin.purge", one);
        purge.addThemeVariants(ButtonVariant.ERROR);
        purge.addClickListener(click -> ask(one));
        Div both = new Div(restore, purge);
        both.addClassName("wt-row-actions");
        return both;
    }

    private Button button(String key, Kept one) {
        Button button = new Button(texts.get(key));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(texts.get(key + ".named", one.name()));
        return button;
    }

    private void restore(Kept one) {
        try {
            switch (one.kind()) {
                case RUN -> services.runs().restore(caller, new RunId(one.id()));
                case EXPERIMENT ->
                        services.experiments().unarchive(caller, new ExperimentId(one.id()));
                case DATASET -> {
                    var _ = services.datasets().restore(caller, new DatasetId(one.id()));
                }
                default -> services.projects().restore(caller, new ProjectId(one.id()));
            }
            Toast.say(texts.get("bin.restored", one.name()));
        } catch (Conflict | NotFound gone) {
            Toast.fail(texts.get("bin.gone"));
        }
        changed.run();
    }

    private void ask(Kept one) {
        if (one.kind() == Act.Kind.PROJECT) {
            askForName(one);
            return;
        }
        Confirm.ask(
                texts.get("bin.purge.title", one.name()),
                texts.get("bin.purge.text." + one.kind()),
                texts.get("bin.purge"),
                texts,
                () -> purge(one));
    }

    private void askForName(Kept one) {
        new NamePrompt(
                        texts.get("bin.purge.title", one.name()),
                        texts.get("bin.purge.type", one.name()),
                        "",
                        texts.get("bin.purge"),
                        texts,
                        typed -> {
                            if (!typed.strip().equals(one.name().strip())) {
                                throw new InvalidValue(
                                        new FieldError(
                                                "name", Rule.NOT_ALLOWED, Reason.OTHER_NAME));
                            }
                            purge(one);
                        })
                .open();
    }

    private void purge(Kept one) {
        try {
            switch (one.kind()) {
                case RUN -> services.bin().purge(caller, new RunId(one.id()));
                case EXPERIMENT -> services.bin().purge(caller, new ExperimentId(one.id()));
                case DATASET -> services.bin().purge(caller, new DatasetId(one.id()));
                default -> services.projects().purge(caller, new ProjectId(one.id()));
            }
            Toast.say(texts.get("bin.purged", one.name()));
        } catch (Conflict notYet) {
            Toast.fail(texts.get("bin.notYet." + one.kind()));
        } catch (NotFound gone) {
            Toast.fail(texts.get("bin.gone"));
        }
        changed.run();
    }
}
