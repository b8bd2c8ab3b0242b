package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.OnceButton;
import java.util.function.Consumer;
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
        cancel = button("run.cancel", Icon.Shape.STOP, actions::cancel);
        pause = button("run.pause", Icon.Shape.PAUSE, actions::pause);
        resume = button("run.resume", Icon.Shape.PLAY, actions::resume);
        // The same seed would only give the same result.
        again = button("run.again", Icon.Shape.RESTORE, run -> actions.again(run, run.seed() + 1));
        pause.setTooltipText(texts.get("run.pause.help"));
        resume.getElement().getThemeList().add("primary");
        again.getElement().getThemeList().add("primary");
        addClassName("wt-main-actions");
        add(cancel, pause, resume, again);
    }

    private Button button(String key, Icon.Shape icon, Consumer<RunDetails> action) {
        return new OnceButton(texts.get(key), new Icon(icon), () -> action.accept(shown()));
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
