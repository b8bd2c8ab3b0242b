package dev.wavetrain.lab.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Forbidden;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.Shortened;
import dev.wavetrain.lab.Finding;
import dev.wavetrain.lab.KeptResult;
import dev.wavetrain.lab.LabQuestion;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.NamePrompt;
import dev.wavetrain.shell.parts.Toast;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what stands on the page, once, under a name. */
final class KeepButton extends Button {

    /** What would be kept. */
    private record Offer(LabQuestion question, List<Finding> findings) {}

    private final Caller caller;
    private final LabServices services;
    private final Texts texts;
    private @Nullable Offer offer;

    KeepButton(Caller caller, LabServices services, Texts texts) {
        super(texts.get("lab.keep"));
        this.caller = caller;
        this.services = services;
        this.texts = texts;
        setIcon(new Icon(Icon.Shape.STAR));
        addThemeVariants(ButtonVariant.SMALL);
        setEnabled(false);
        addClickListener(click -> ask());
    }

    void nothing() {
        offer = null;
        setEnabled(false);
    }

    /** For those who may change what is in the runs' projects. */
    void offer(LabQuestion question, List<Finding> findings) {
        boolean may =
                services
                        .runs()
                        .findAll(caller, findings.stream().map(Finding::run).distinct().toList())
                        .values()
                        .stream()
                        .allMatch(run -> caller.mayChange(run.project()));
        setVisible(may);
        offer = findings.isEmpty() ? null : new Offer(question, findings);
        setEnabled(offer != null);
    }

    private void ask() {
        Offer asked = offer;
        if (asked == null) {
            return;
        }
        new NamePrompt(
                        texts.get("lab.keep.title"),
                        texts.get("field.name"),
                        proposal(asked),
                        texts.get("lab.keep.go"),
                        texts,
                        name -> keep(asked, name))
                .open();
    }

    private String proposal(Offer asked) {
        String first = asked.findings().getFirst().runName();
        String what =
                asked.question().sweep() == null
                        ? first
                        : texts.get(
                                "lab.keep.sweep",
                                first,
                                texts.nameOf("lab.knob", asked.question().sweep().over()));
        return Shortened.of(what, KeptResult.LONGEST_NAME);
    }

    private void keep(Offer asked, String name) {
        if (offer != asked) {
            // The second click of a hasty finger.
            return;
        }
        try {
            KeptResult kept =
                    services.results().keep(caller, name, asked.question(), asked.findings());
            nothing();
            Toast.say(texts.get("lab.kept.done", kept.name()));
            UI.getCurrent().navigate("lab/" + kept.id());
        } catch (NotFound | Forbidden lost) {
            nothing();
            Toast.fail(texts.get("lab.kept.failed"));
        }
    }
}
