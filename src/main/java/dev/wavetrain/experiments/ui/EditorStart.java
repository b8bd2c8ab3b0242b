package dev.wavetrain.experiments.ui;

import com.vaadin.flow.component.UI;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.GroupId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.experiments.ExperimentDetails;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Toast;
import java.util.UUID;

/** Trains what an editor has saved, once or over several seeds, and leads to where it is seen. */
final class EditorStart {

    private final Caller caller;
    private final TrainingStarts starts;
    private final Texts texts;
    private boolean leaving;

    EditorStart(Caller caller, TrainingStarts starts, Texts texts) {
        this.caller = caller;
        this.starts = starts;
        this.texts = texts;
    }

    /** The editor is still there for the second click of a double click. */
    boolean isLeaving() {
        return leaving;
    }

    void train(ExperimentDetails experiment) {
        RunId run = starts.once().start(caller, experiment.id(), seed(experiment));
        leave("runs/" + run);
    }

    /** Asks how often. What one dialog asks for is queued once, however often it is pressed. */
    void repeat(ExperimentDetails experiment) {
        String key = "seeds-" + UUID.randomUUID();
        new RepeatDialog(
                        texts,
                        seed(experiment),
                        (first, count) -> {
                            try {
                                GroupId group =
                                        starts.repeated()
                                                .start(caller, experiment.id(), first, count, key);
                                leave("groups/" + group);
                            } catch (Conflict _) {
                                Toast.fail(texts.get("editor.archived.text"));
                            }
                        })
                .open();
    }

    private void leave(String to) {
        leaving = true;
        UI.getCurrent().navigate(to);
    }

    private static long seed(ExperimentDetails experiment) {
        return experiment.definition().training().seed();
    }
}
