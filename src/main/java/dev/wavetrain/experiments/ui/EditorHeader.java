package dev.wavetrain.experiments.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.experiments.ExperimentDetails;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.PageHeader;
import dev.wavetrain.shell.parts.ViewOnly;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Name, description and version of the experiment, and what can be done with it. */
final class EditorHeader extends Div {

    private static final List<String> FIELDS = List.of("name", "description");

    /** What the buttons do. */
    record Actions(
            Runnable save,
            Runnable train,
            Runnable repeat,
            Runnable compare,
            Runnable duplicate,
            Runnable move,
            Runnable archive,
            Runnable changed) {}

    private final Texts texts;
    private final PageHeader header;
    private final Span version = new Span();
    private final Span unsaved = new Span();
    private final TextField name = new TextField();
    private final TextArea description = new TextArea();
    private final MenuBar more = new MenuBar();
    private final ViewOnly viewOnly;
    private final Button save;
    private final Div training;
    private final List<MenuItem> changes = new ArrayList<>();
    private @Nullable MenuItem archive;

    EditorHeader(Texts texts, Actions actions) {
        this.texts = texts;
        header = new PageHeader(texts.get("editor.new"));
        save = new Button(texts.get("editor.save"), click -> actions.save().run());
        Button train =
                new Button(
                        texts.get("action.train"),
                        new Icon(Icon.Shape.PLAY),
                        click -> actions.train().run());
        train.addThemeVariants(ButtonVariant.PRIMARY);
        more(actions);
        version.addClassName("wt-chip");
        unsaved.addClassName("wt-exp-unsaved");
        unsaved.setText(texts.get("editor.unsaved"));
        training = new Div(train, otherWays(actions));
        training.addClassName("wt-split");
        header.beside(version, unsaved).actions(more, save, training);
        name.setLabel(texts.get("field.name"));
        description.setLabel(texts.get("field.description"));
        description.setMinRows(1);
        name.setManualValidation(true);
        description.setManualValidation(true);
        follow(name, actions);
        follow(description, actions);
        Div fields = new Div(name, description);
        fields.addClassName("wt-exp-naming");
        viewOnly = new ViewOnly(texts.get("access.viewOnly"));
        viewOnly.setVisible(false);
        add(header, viewOnly, fields);
        unsaved(false);
        version.setVisible(false);
    }

    private static <
                    F extends
                            com.vaadin.flow.component.AbstractField<?, String>
                                    & com.vaadin.flow.data.value.HasValueChangeMode>
            void follow(F field, Actions actions) {
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                actions.changed().run();
            }
        });
    }

    /** Beside Train, as its other half. */
    private MenuBar otherWays(Actions actions) {
        MenuBar ways = new MenuBar();
        ways.addThemeVariants(MenuBarVariant.PRIMARY);
        MenuItem open = ways.addItem(new Icon(Icon.Shape.CHEVRON_DOWN));
        open.setAriaLabel(texts.get("editor.train.more"));
        open.getSubMenu().addItem(texts.get("repeat.menu"), click -> actions.repeat().run());
        return ways;
    }

    private void more(Actions actions) {
        more.addThemeVariants(MenuBarVariant.TERTIARY);
        more.addClassName("wt-more");
        MenuItem open = more.addItem(new Icon(Icon.Shape.MORE));
        open.setAriaLabel(texts.get("editor.more"));
        open.getSubMenu().addItem(texts.get("editor.compare"), click -> actions.compare().run());
        changes.add(
                open.getSubMenu()
                        .addItem(
                                texts.get("editor.duplicate"), click -> actions.duplicate().run()));
        changes.add(
                open.getSubMenu().addItem(texts.get("editor.move"), click -> actions.move().run()));
        archive =
                open.getSubMenu()
                        .addItem(texts.get("editor.archive"), click -> actions.archive().run());
        more.setVisible(false);
    }

    void show(String newName, String newDescription) {
        name.setValue(newName);
        description.setValue(newDescription);
    }

    void show(ExperimentDetails experiment) {
        show(experiment.name(), experiment.description());
        header.title(experiment.name());
        version.setText(texts.get("experiments.version", experiment.version()));
        version.setVisible(true);
        more.setVisible(true);
        show(List.of());
    }

    /** Shows what this reader may do with it, and why not more. */
    void allow(boolean mayChange, boolean deletes) {
        viewOnly.setVisible(!mayChange);
        save.setVisible(mayChange);
        training.setVisible(mayChange);
        changes.forEach(item -> item.setVisible(mayChange));
        name.setReadOnly(!mayChange);
        description.setReadOnly(!mayChange);
        if (archive != null) {
            archive.setVisible(mayChange);
            String words = texts.get("editor.archive");
            archive.setEnabled(deletes);
            archive.setText(deletes ? words : texts.get("access.adminsOnly", words));
        }
    }

    void unsaved(boolean isUnsaved) {
        unsaved.setVisible(isUnsaved);
    }

    String name() {
        return name.getValue();
    }

    String description() {
        return description.getValue();
    }

    /** Says what is wrong with name and description. */
    void show(List<FieldError> errors) {
        name.setInvalid(false);
        description.setInvalid(false);
        for (FieldError error : errors) {
            if (error.field().equals("name")) {
                name.setErrorMessage(texts.error(error));
                name.setInvalid(true);
            } else if (error.field().equals("description")) {
                description.setErrorMessage(texts.error(error));
                description.setInvalid(true);
            }
        }
    }

    /** What is wrong elsewhere. */
    static List<FieldError> without(List<FieldError> errors) {
        return errors.stream().filter(error -> !FIELDS.contains(error.field())).toList();
    }
}
