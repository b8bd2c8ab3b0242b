package dev.wavetrain.experiments.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.ProjectNames.Named;
import dev.wavetrain.experiments.ExperimentDetails;
import dev.wavetrain.shell.Texts;
import java.util.List;
import java.util.function.Consumer;

/** Asks to which project an experiment goes, with its runs. */
final class MoveDialog extends Dialog {

    MoveDialog(
            Caller caller,
            ExperimentDetails experiment,
            List<Named> projects,
            Texts texts,
            Consumer<Named> done) {
        super(texts.get("editor.move.title"));
        setWidth("min(440px, 92vw)");
        List<Named> others =
                projects.stream()
                        .filter(one -> !one.id().equals(experiment.project()))
                        .filter(one -> caller.mayChange(one.id()))
                        .toList();
        Button cancel = new Button(texts.get("action.cancel"), click -> close());
        if (others.isEmpty()) {
            add(new Paragraph(texts.get("editor.move.none")));
            getFooter().add(cancel);
            return;
        }
        Select<Named> to = new Select<>();
        to.setLabel(texts.get("editor.move.to"));
        to.setItems(others);
        to.setItemLabelGenerator(one ->
                one.personal() ? texts.get("project.personal.name", one.name()) : one.name());
        to.setValue(others.getFirst());
        to.setWidthFull();
        Button go =
                new Button(
                        texts.get("editor.move.go"),
                        click -> {
                            close();
                            done.accept(to.getValue());
                        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.setDisableOnClick(true);
        add(new Paragraph(texts.get("editor.move.text")), to);
        getFooter().add(cancel, go);
    }
}
