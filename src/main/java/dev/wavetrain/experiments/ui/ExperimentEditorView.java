package dev.wavetrain.experiments.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import dev.wavetrain.common.AddressId;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.experiments.ExperimentService;
import dev.wavetrain.experiments.Presets;
import dev.wavetrain.shell.Guarded;
import dev.wavetrain.shell.Texts;
import jakarta.annotation.security.PermitAll;

/** Defines an experiment: the form, and beside it what the form comes to, as it is typed. */
@StyleSheet("styles/experiments.css")
@Route("experiments/new")
@RouteAlias("experiments/:id")
@PermitAll
class ExperimentEditorView extends Div
        implements BeforeEnterObserver, BeforeLeaveObserver, Guarded, HasDynamicTitle {

    private final Texts texts = Texts.current();
    private final CurrentCaller caller;
    private final ExperimentService experiments;
    private final Editor editor;

    ExperimentEditorView(
            CurrentCaller caller,
            ExperimentService experiments,
            ExperimentSaving saving,
            TrainingStarts training) {
        this.caller = caller;
        this.experiments = experiments;
        editor = new Editor(caller.get(), experiments, saving, training, texts);
        add(editor);
        Shortcuts.addShortcutListener(this, editor::save, Key.KEY_S, KeyModifier.CONTROL);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("id").orElse(null);
        if (id == null) {
            QueryParameters asked = event.getLocation().getQueryParameters();
            String key = asked.getSingleParameter("preset").orElse("");
            asked.getSingleParameter("dataset")
                    .ifPresentOrElse(
                            editor::beginWith, () -> editor.begin(Presets.find(key).orElse(null)));
        } else {
            editor.load(
                    experiments.find(
                            caller.get(), new ExperimentId(AddressId.of("experiment", id))));
        }
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (!editor.isUnsaved()) {
            editor.release();
            return;
        }
        BeforeLeaveEvent.ContinueNavigationAction leave = event.postpone();
        LeaveDialog dialog =
                new LeaveDialog(
                        texts,
                        () -> {
                            if (editor.saved()) {
                                leave.proceed();
                            }
                        },
                        () -> {
                            editor.release();
                            leave.proceed();
                        },
                        leave::cancel);
        dialog.open();
    }

    @Override
    public boolean stillRight() {
        return editor.stillRight();
    }

    @Override
    public String getPageTitle() {
        return editor.title();
    }
}
