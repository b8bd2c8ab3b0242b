package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
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
    private final Paragraph refused = new Paragraph();
    private final Button add;
    private final Button cancel;
    private transient volatile @Nullable UploadedModel file;
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
        field.addFileRejectedListener(event -> say(event.getErrorMessage()));
        working.getElement().setAttribute("role", "status");
        working.setVisible(false);
        refused.addClassName("wt-refused");
        refused.getElement().setAttribute("role", "alert");
        refused.setVisible(false);
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
        ui.access(() -> refused.setVisible(false));
        UploadedModel came = null;
        boolean held = false;
        try (InputStream sent = event.getInputStream()) {
            UploadedModel whole = services.models().receive(sent, event.getFileName());
            came = whole;
            ReadModel model = services.models().look(whole);
            ui.access(() -> show(whole, model));
            held = true;
        } catch (BadModelFile bad) {
            ui.access(() -> refuse(bad(bad)));
        } catch (Busy others) {
            ui.access(() -> refuse(texts.get("upload.busy")));
        } finally {
            if (came != null && !held) {
                came.close();
            }
        }
    }

    private String bad(BadModelFile bad) {
        return texts.get("model.bad." + bad.reason().name(), bad.arguments().toArray());
    }

    /** From here on the file is this dialog's to close. */
    private void show(UploadedModel whole, ReadModel model) {
        if (!isAttached()) {
            whole.close();
            return;
        }
        file = whole;
        lead.setVisible(false);
        field.setVisible(false);
        ModelReview found =
                new ModelReview(
                        model,
                        whole.title(),
                        services.models().usual(model),
                        caller,
                        services,
                        texts);
        review = found;
        addComponentAsFirst(found);
        add.setVisible(true);
    }

    private void keep() {
        UploadedModel whole = file;
        ModelReview entered = review;
        if (whole == null || entered == null) {
            return;
        }
        refused.setVisible(false);
        try {
            NewModel asked = entered.entered();
            busy(true);
            UI ui = UI.getCurrent();
            Thread.ofVirtual().start(() -> make(ui, whole, asked));
        } catch (InvalidValue wrong) {
            invalid(wrong.errors());
        }
    }

    private void make(UI ui, UploadedModel whole, NewModel asked) {
        try {
            RunDetails made = services.models().add(caller, whole, asked);
            ui.access(() -> {
                close();
                ui.navigate("runs/" + made.id());
                Toast.say(texts.get("upload.added", made.name()));
            });
        } catch (BadModelFile bad) {
            ui.access(() -> back(bad(bad)));
        } catch (InvalidValue wrong) {
            ui.access(() -> {
                busy(false);
                invalid(wrong.errors());
            });
        } catch (Busy others) {
            ui.access(() -> back(texts.get("upload.busy")));
        } catch (Forbidden | NotFound | Conflict lost) {
            ui.access(() -> back(texts.get("upload.lost")));
        } catch (RuntimeException failed) {
            LOG.warn("A model could not be added", failed);
            ui.access(() -> back(texts.get("upload.failed")));
        } finally {
            if (file == null) {
                whole.close();
            }
        }
    }

    private void invalid(List<FieldError> errors) {
        for (FieldError error : errors) {
            if (review == null || !review.show(error)) {
                say(texts.error(error));
            }
        }
    }

    private void back(String why) {
        busy(false);
        say(why);
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
        say(texts.get("upload.refused") + " " + why);
    }

    private void say(String why) {
        refused.setText(why);
        refused.setVisible(true);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        UploadedModel whole = file;
        file = null;
        // While its loss is measured, whoever does that closes it at the end.
        if (whole != null && !working.isVisible()) {
            whole.close();
        }
    }
}
