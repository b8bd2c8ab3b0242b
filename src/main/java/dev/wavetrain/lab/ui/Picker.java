package dev.wavetrain.lab.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.provider.Query;
import dev.wavetrain.checkpoints.CheckpointDetails;
import dev.wavetrain.common.AddressId;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.lab.Lab;
import dev.wavetrain.lab.Subject;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunQuery;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.Toast;
import dev.wavetrain.training.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which checkpoints are tried. */
final class Picker extends Card {

    private final Caller caller;
    private final LabServices services;
    private final Texts texts;
    private final Runnable changed;
    private final ComboBox<RunDetails> run = new ComboBox<>();
    private final Select<CheckpointDetails> checkpoint = new Select<>();
    private final Button add = new Button();
    private final Div chosen = new Div();
    private final Paragraph hint = new Paragraph();
    private final List<Subject> subjects = new ArrayList<>();

    Picker(Caller caller, LabServices services, Texts texts, Runnable changed) {
        super(texts.get("lab.checkpoints"));
        this.caller = caller;
        this.services = services;
        this.texts = texts;
        this.changed = changed;
        run.setLabel(texts.get("lab.run"));
        run.setPlaceholder(texts.get("lab.run.search"));
        run.setItemLabelGenerator(RunDetails::name);
        run.setItems(this::found);
        run.addValueChangeListener(change -> offer(change.getValue()));
        checkpoint.setLabel(texts.get("lab.epoch"));
        checkpoint.setItemLabelGenerator(one -> new LabWords(texts).name(one));
        checkpoint.setEnabled(false);
        add.setText(texts.get("lab.add"));
        add.setIcon(new Icon(Icon.Shape.PLUS));
        add.addClickListener(click -> add());
        Div row = new Div(run, checkpoint, add);
        row.addClassName("wt-lab-pick");
        chosen.addClassName("wt-lab-chosen");
        hint.addClassName("wt-muted");
        add(chosen, row, hint);
        show();
    }

    /** Some that are there; how many were not. */
    int choose(List<String> ids) {
        int missing = 0;
        for (String id : ids) {
            try {
                CheckpointId wanted = new CheckpointId(AddressId.of("checkpoint", id));
                if (subjects.size() < Lab.MOST) {
                    subjects.add(services.lab().subject(caller, wanted));
                }
            } catch (NotFound gone) {
                missing++;
            }
        }
        show();
        return missing;
    }

    List<Subject> subjects() {
        return List.copyOf(subjects);
    }

    private Stream<RunDetails> found(Query<RunDetails, String> query) {
        int size = Math.clamp(query.getLimit(), 1, RunQuery.MOST_ITEMS);
        int page = query.getOffset() / size;
        try {
            RunQuery asked =
                    new RunQuery(
                            query.getFilter().orElse(""), "", page, size, false, caller.chosen());
            return services.runs().list(caller, asked).items().stream();
        } catch (InvalidValue unfinished) {
            // Half a condition is typed: nothing is found by it yet.
            return Stream.of();
        }
    }

    private void offer(@Nullable RunDetails of) {
        List<CheckpointDetails> kept =
                of == null ? List.of() : services.checkpoints().list(caller, of.id()).reversed();
        checkpoint.setItems(kept);
        checkpoint.setEnabled(!kept.isEmpty());
        kept.stream()
                .filter(one -> one.labels().contains(Label.BEST))
                .findFirst()
                .or(() -> kept.stream().findFirst())
                .ifPresent(checkpoint::setValue);
        hint.setText(of != null && kept.isEmpty() ? texts.get("lab.noCheckpoints") : "");
        follow();
    }

    private void add() {
        CheckpointDetails one = checkpoint.getValue();
        if (one == null || isChosen(one.id()) || subjects.size() >= Lab.MOST) {
            return;
        }
        try {
            subjects.add(services.lab().subject(caller, one.id()));
        } catch (NotFound gone) {
            // A better epoch took its place since the list was made.
            Toast.fail(texts.get("lab.gone"));
            offer(run.getValue());
            return;
        }
        show();
        changed.run();
    }

    private boolean isChosen(CheckpointId id) {
        return subjects.stream().anyMatch(one -> one.checkpoint().id().equals(id));
    }

    private void remove(Subject subject) {
        if (subjects.remove(subject)) {
            show();
            changed.run();
        }
    }

    private void show() {
        chosen.removeAll();
        for (int i = 0; i < subjects.size(); i++) {
            chosen.add(chip(i, subjects.get(i)));
        }
        chosen.setVisible(!subjects.isEmpty());
        follow();
    }

    private void follow() {
        boolean full = subjects.size() >= Lab.MOST;
        add.setEnabled(checkpoint.isEnabled() && !full);
        if (full) {
            hint.setText(texts.get("lab.full", Lab.MOST));
        }
        hint.setVisible(!hint.getText().isEmpty());
    }

    private Div chip(int place, Subject subject) {
        String name =
                texts.get("lab.checkpoint", subject.run().name(), subject.checkpoint().epoch());
        Div line = LabWords.named(place, name, "runs/" + subject.run().id() + "/checkpoints");
        Button remove = new Button(new Icon(Icon.Shape.CROSS), click -> remove(subject));
        remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        remove.setAriaLabel(texts.get("lab.remove", name));
        line.add(remove);
        return line;
    }
}
