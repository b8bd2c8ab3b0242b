package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.streams.UploadEvent;
import dev.wavetrain.common.Busy;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.Forbidden;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.exchange.BadModelFile;
import dev.wavetrain.exchange.ReadModel;
import dev.wavetrain.runs.NewModel;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.UploadedModel;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.live.OpenPage;
import dev.wavetrain.shell.parts.Held;
import dev.wavetrain.shell.parts.Refusal;
import dev.wavetrain.shell.parts.Toast;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a model file, says what is in it, asks what it is measured on, and makes a run of it. What
 * is given up at any step leaves nothing.
 */
final class ModelUploadDialog extends Dialog {

    private static final Logger LOG = LoggerFactory.getLogger(ModelUploadDialog.class);

    private final transient Caller caller;
    private final transient UploadServices services;
    private final transient Texts texts;
    private final ModelFileField field;
    private final Paragraph lead;
    private final Paragraph working;
    private final Refusal refused = new Refusal();
    private final Button add;
    private final Button cancel;
    private final transient Held<UploadedModel> file = new Held<>(UploadedModel::close);
    private @Nullable ModelReview review;

    ModelUploadDialog(Caller caller, UploadServices services, Texts texts) {
        super(texts.get("upload.model"));
        this.caller = caller;
        this.services = services;
        this.texts = texts;
        long most = services.settings().mostUpload().toMegabytes();
        field = new ModelFileField(this::take, most, texts);
        lead = new Paragraph(texts.get("upload.lead", most));
        working = new Paragraph(texts.get("upload.working"));
        setWidth("min(560px, 94vw)");
        setCloseOnOutsideClick(false);
        addClassName("wt-model-dialog");
        field.addFileRejectedListener(event -> refused.say(event.getErrorMessage()));
        working.getElement().setAttribute("role", "status");
        working.setVisible(false);
        add = new Button(texts.get("upload.add"), click -> keep());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.setVisible(false);
        add(lead, field, working, refused);
        cancel = new Button(texts.get("action.cancel"), click -> close());
        getFooter().add(cancel, add);
    }

    /** On the thread of the upload, without the page's lock. */
    private void take(UploadEvent event) throws IOException {
        UI ui = event.getUI();
        OpenPage.tell(ui, refused::clear);
        try (InputStream sent = event.getInputStream()) {
            UploadedModel whole = services.models().receive(sent, event.getFileName());
            if (file.take(whole)) {
                look(ui, whole);
            }
        } catch (BadModelFile bad) {
            OpenPage.tell(ui, () -> refuse(bad(bad)));
        } catch (Busy others) {
            OpenPage.tell(ui, () -> refuse(texts.get("upload.busy")));
        }
    }

    private void look(UI ui, UploadedModel whole) {
        boolean stays = false;
        try {
            ReadModel model = services.models().look(whole);
            stays = true;
            OpenPage.tell(ui, () -> show(whole.title(), model));
        } finally {
            file.done(stays);
        }
    }

    private String bad(BadModelFile bad) {
        return texts.get("model.bad." + bad.reason().name(), bad.arguments().toArray());
    }

    private void show(String title, ReadModel model) {
        if (!isAttached()) {
            return;
        }
        lead.setVisible(false);
        field.setVisible(false);
        ModelReview found =
                new ModelReview(
                        model, title, services.models().usual(model), caller, services, texts);
        review = found;
        addComponentAsFirst(found);
        add.setVisible(true);
    }

    private void keep() {
        ModelReview entered = review;
        if (entered == null) {
            return;
        }
        refused.clear();
        try {
            NewModel asked = entered.entered();
            UploadedModel whole = file.begin();
            if (whole != null) {
                busy(true);
                UI ui = UI.getCurrent();
                Thread.ofVirtual().start(() -> make(ui, whole, asked));
            }
        } catch (InvalidValue wrong) {
            invalid(wrong.errors());
        }
    }

    private void make(UI ui, UploadedModel whole, NewModel asked) {
        boolean stays = true;
        Command then;
        try {
            RunDetails made = services.models().add(caller, whole, asked);
            stays = false;
            then = () -> added(ui, made);
        } catch (BadModelFile bad) {
            then = () -> back(bad(bad));
        } catch (InvalidValue wrong) {
            then =
                    () -> {
                        busy(false);
                        invalid(wrong.errors());
                    };
        } catch (Busy others) {
            then = () -> back(texts.get("upload.busy"));
        } catch (Forbidden | NotFound | Conflict lost) {
            then = () -> back(texts.get("upload.lost"));
        } catch (RuntimeException | OutOfMemoryError failed) {
            LOG.warn("A model could not be added", failed);
            then = () -> back(texts.get("upload.failed"));
        }
        file.done(stays);
        OpenPage.tell(ui, then);
    }

    private void added(UI ui, RunDetails made) {
        close();
        ui.navigate("runs/" + made.id());
        Toast.say(texts.get("upload.added", made.name()));
    }

    private void invalid(List<FieldError> errors) {
        for (FieldError error : errors) {
            if (review == null || !review.show(error)) {
                refused.say(texts.error(error));
            }
        }
    }

    private void back(String why) {
        busy(false);
        refused.say(why);
    }

    private void busy(boolean busy) {
        working.setVisible(busy);
        // What is being stored cannot be given up: it takes seconds.
        cancel.setEnabled(!busy);
        setCloseOnEsc(!busy);
        add.setEnabled(!busy);
        if (review != null) {
            review.setVisible(!busy);
        }
    }

    private void refuse(String why) {
        field.clearFileList();
        refused.say(texts.get("upload.refused") + " " + why);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        file.leave();
    }
}
