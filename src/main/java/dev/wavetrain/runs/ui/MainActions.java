package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Icon;
import org.jspecify.annotations.Nullable;

/** What is likely wanted of a run as it stands: pause, resume, cancel, train again. */
final class MainActions extends Div {

    private final Texts texts;
    private final RunActions actions;
    private final Button cancel;
    private final Button pause;
    private final Button resume;
    private final Button again;
    private @Nullable RunDetails run;

    MainActions(RunActions actions, Texts texts) {
        this.actions = actions;
        this.texts = texts;
        cancel = button("run.cancel", Icon.Shape.STOP);
        pause = button("run.pause", Icon.Shape.PAUSE);
        resume = button("run.resume", Icon.Shape.PLAY);
        again = button("run.again", Icon.Shape.RESTORE);
        pause.setTooltipText(texts.get("run.pause.help"));
        resume.getElement().getThemeList().add("primary");
        again.getElement().getThemeList().add("primary");
        cancel.addClickListener(click -> actions.cancel(shown()));
        pause.addClickListener(click -> actions.pause(shown()));
        resume.addClickListener(click -> actions.resume(shown()));
        // The same seed would only give the same result.
        again.addClickListener(click -> actions.again(shown(), shown().seed() + 1));
        addClassName("wt-main-actions");
        add(cancel, pause, resume, again);
    }

    /** A second click of a hasty finger finds it disabled, until the run is shown anew. */
    private Button button(String key, Icon.Shape icon) {
        Button button = new Button(texts.get(key), new Icon(icon));
        button.setDisableOnClick(true);
        return button;
    }

    private RunDetails shown() {
        if (run == null) {
            throw new IllegalStateException("actions without a run");
        }
        return run;
    }

    void show(RunDetails now) {
        run = now;
        boolean ended = now.state().isFinal();
        cancel.setVisible(!ended);
        cancel.setEnabled(now.canCancel());
        pause.setVisible(now.state().isActive());
        pause.setEnabled(now.canPause());
        resume.setVisible(now.canResume());
        resume.setEnabled(true);
        again.setVisible(ended);
        again.setEnabled(true);
        again.setTooltipText(texts.get("run.again.help", now.seed() + 1));
    }
}
