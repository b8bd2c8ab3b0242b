package dev.wavetrain.data.ui;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.streams.UploadEvent;
import dev.wavetrain.common.Busy;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.DatasetId;
import dev.wavetrain.common.Forbidden;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.data.AskedFormat;
import dev.wavetrain.data.BadTable;
import dev.wavetrain.data.DatasetImport;
import dev.wavetrain.data.Look;
import dev.wavetrain.data.Upload;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.live.OpenPage;
import dev.wavetrain.shell.parts.Held;
import dev.wavetrain.shell.parts.Refusal;
import dev.wavetrain.shell.parts.Toast;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a file, shows how it would be read, lets that be changed, and makes a data set of it. What
 * is given up at any step leaves nothing.
 */
final class UploadDialog extends Dialog {

    private static final Logger LOG = LoggerFactory.getLogger(UploadDialog.class);

    private final transient Caller caller;
    private final transient DataServices services;
    private final transient Texts texts;
    private final transient DataWords words;
    private final TableFileField field;
    private final Paragraph lead;
    private final Div review = new Div();
    private final TextField name = new TextField();
    private final FormatFields format;
    private final HeadTable head;
    private final ReadingPart reading;
    private final Refusal refused = new Refusal();
    private final Button add;
    private final Button cancel;
    private final transient Held<Upload> file = new Held<>(Upload::close);

    UploadDialog(Caller caller, DataServices services, Texts texts) {
        super(texts.get("data.upload"));
        this.caller = caller;
        this.services = services;
        this.texts = texts;
        this.words = new DataWords(texts);
        long most = services.settings().mostUpload().toMegabytes();
        field = new TableFileField(this::take, services.settings().mostUpload(), texts);
        lead = new Paragraph(texts.get("data.upload.lead", most));
        format = new FormatFields(texts, this::look);
        head = new HeadTable(texts);
        reading = new ReadingPart(texts);
        add = new Button(texts.get("data.add"), click -> keep());
        cancel = new Button(texts.get("action.cancel"), click -> close());
        addClassName("wt-data-dialog");
        setWidth("min(860px, 94vw)");
        setCloseOnOutsideClick(false);
        prepare();
        add(lead, field, refused, review, reading);
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.setVisible(false);
        getFooter().add(cancel, add);
    }

    private void prepare() {
        field.addFileRejectedListener(event -> refused.say(event.getErrorMessage()));
        name.setLabel(texts.get("field.name"));
        name.setWidthFull();
        name.setManualValidation(true);
        review.add(name, format, head);
        review.addClassName("wt-data-review");
        review.setVisible(false);
    }

    /** On the thread of the upload, without the page's lock. */
    private void take(UploadEvent event) throws IOException {
        UI ui = event.getUI();
        OpenPage.tell(ui, refused::clear);
        try (InputStream sent = event.getInputStream()) {
            Upload whole = services.imports().receive(sent, event.getFileName());
            if (file.take(whole)) {
                look(ui, whole);
            }
        } catch (BadTable tooLarge) {
            OpenPage.tell(ui, () -> refuse(tooLarge));
        }
    }

    private void look(UI ui, Upload whole) {
        boolean stays = false;
        try {
            Look look = services.imports().look(whole, AskedFormat.NOTHING, HeadTable.ROWS);
            stays = true;
            OpenPage.tell(
                    ui,
                    () -> {
                        review(whole.fileName());
                        show(look);
                    });
        } catch (BadTable bad) {
            // What can be read otherwise may be: the fields for it are shown.
            stays = !isHopeless(bad);
            boolean readable = stays;
            OpenPage.tell(
                    ui,
                    () -> {
                        if (readable) {
                            review(whole.fileName());
                            refused.say(words.bad(bad));
                        } else {
                            refuse(bad);
                        }
                    });
        } finally {
            file.done(stays);
        }
    }

    private static boolean isHopeless(BadTable bad) {
        return switch (bad.reason()) {
            case TOO_LARGE, EMPTY, ARCHIVE, NOT_TEXT, NO_FILE -> true;
            default -> false;
        };
    }

    private void refuse(BadTable bad) {
        field.clearFileList();
        refused.say(words.bad(bad));
    }

    private void show(Look look) {
        format.show(look.format());
        head.show(look);
        BadTable wrong = look.wrong();
        add.setEnabled(wrong == null);
        if (wrong != null) {
            refused.say(words.bad(wrong));
        }
    }

    private void review(String fileName) {
        lead.setVisible(false);
        field.setVisible(false);
        review.setVisible(true);
        name.setValue(DatasetImport.named(fileName));
        add.setVisible(true);
        add.setEnabled(false);
    }

    private void look(AskedFormat asked) {
        Upload whole = file.begin();
        if (whole == null) {
            return;
        }
        refused.clear();
        try {
            show(services.imports().look(whole, asked, HeadTable.ROWS));
        } catch (BadTable bad) {
            head.removeAll();
            add.setEnabled(false);
            refused.say(words.bad(bad));
        } finally {
            file.done(true);
        }
    }

    private void keep() {
        Upload whole = file.begin();
        if (whole == null) {
            return;
        }
        refused.clear();
        name.setInvalid(false);
        busy(true);
        UI ui = UI.getCurrent();
        AskedFormat asked = format.asked();
        String entered = name.getValue();
        Thread.ofVirtual().start(() -> read(ui, whole, entered, asked));
    }

    private void read(UI ui, Upload whole, String entered, AskedFormat asked) {
        boolean stays = true;
        Command then;
        try {
            DatasetId made =
                    services.imports()
                            .add(
                                    caller,
                                    caller.workplace(),
                                    whole,
                                    entered,
                                    asked,
                                    reading.from(ui, file::isLeft));
            stays = false;
            then = () -> added(ui, made, entered.strip());
        } catch (CancellationException left) {
            then = () -> {};
        } catch (BadTable bad) {
            then = () -> back(words.bad(bad));
        } catch (InvalidValue wrong) {
            then = () -> badName(wrong);
        } catch (Busy others) {
            then = () -> back(texts.get("data.busy"));
        } catch (Forbidden | NotFound lost) {
            then = () -> back(texts.get("access.viewOnly"));
        } catch (RuntimeException | OutOfMemoryError failed) {
            LOG.warn("A data set could not be added", failed);
            then = () -> back(texts.get("data.failed"));
        }
        file.done(stays);
        OpenPage.tell(ui, then);
    }

    private void added(UI ui, DatasetId made, String called) {
        close();
        ui.navigate("data/" + made);
        Toast.say(texts.get("data.added", called));
    }

    private void badName(InvalidValue wrong) {
        back("");
        name.setErrorMessage(texts.error(wrong.errors().getFirst()));
        name.setInvalid(true);
        name.focus();
    }

    private void back(String why) {
        busy(false);
        if (!why.isEmpty()) {
            refused.say(why);
        }
    }

    private void busy(boolean busy) {
        review.setVisible(!busy);
        reading.setVisible(busy);
        reading.show(0);
        add.setVisible(!busy);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        file.leave();
    }
}
