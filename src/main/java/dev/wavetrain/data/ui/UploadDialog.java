package dev.wavetrain.data.ui;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
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
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.ProgressBar;
import dev.wavetrain.shell.parts.Toast;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a file, shows how it would be read, lets that be changed, and makes a data set of it. What
 * is given up at any step leaves nothing.
 */
final class UploadDialog extends Dialog {

    private static final Logger LOG = LoggerFactory.getLogger(UploadDialog.class);

    private static final long REDRAW_NANOS = 250_000_000;

    private final transient Caller caller;
    private final transient DataServices services;
    private final transient Texts texts;
    private final transient DataWords words;
    private final com.vaadin.flow.component.upload.Upload field;
    private final Paragraph lead;
    private final Div review = new Div();
    private final TextField name = new TextField();
    private final FormatFields format;
    private final HeadTable head;
    private final Div reading = new Div();
    private final ProgressBar progress = new ProgressBar();
    private final Span share = new Span();
    private final Paragraph refused = new Paragraph();
    private final Button add;
    private final Button cancel;
    private transient dev.wavetrain.data.@Nullable Upload file;
    private volatile boolean given;

    UploadDialog(Caller caller, DataServices services, Texts texts) {
        super(texts.get("data.upload"));
        this.caller = caller;
        this.services = services;
        this.texts = texts;
        this.words = new DataWords(texts);
        field = new Upload(this::take);
        lead =
                new Paragraph(
                        texts.get(
                                "data.upload.lead",
                                services.settings().mostUpload().toMegabytes()));
        format = new FormatFields(texts, this::look);
        head = new HeadTable(texts);
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
        field.setMaxFiles(1);
        field.setMaxFileSize(
                (int) Math.min(Integer.MAX_VALUE, services.settings().mostUpload().toBytes()));
        field.setUploadButton(new Button(texts.get("data.upload.file")));
        field.setDropLabel(new Span(texts.get("data.upload.drop")));
        field.setI18n(i18n());
        field.setWidthFull();
        field.addFileRejectedListener(event -> say(event.getErrorMessage()));
        refused.addClassName("wt-refused");
        refused.getElement().setAttribute("role", "alert");
        refused.setVisible(false);
        name.setLabel(texts.get("field.name"));
        name.setWidthFull();
        name.setManualValidation(true);
        review.add(name, format, head);
        review.addClassName("wt-data-review");
        review.setVisible(false);
        share.addClassName("wt-number");
        share.getElement().setAttribute("role", "status");
        reading.add(share, progress);
        reading.addClassName("wt-data-reading");
        reading.setVisible(false);
    }

    private UploadI18N i18n() {
        UploadI18N i18n = new UploadI18N();
        i18n.setAddFiles(new UploadI18N.AddFiles().setOne(texts.get("data.upload.file")));
        i18n.setDropFiles(new UploadI18N.DropFiles().setOne(texts.get("data.upload.drop")));
        i18n.setUploading(
                new UploadI18N.Uploading()
                        .setStatus(
                                new UploadI18N.Uploading.Status()
                                        .setConnecting("…")
                                        .setStalled("…")
                                        .setProcessing(texts.get("data.upload.looking"))
                                        .setHeld("…"))
                        .setRemainingTime(
                                new UploadI18N.Uploading.RemainingTime()
                                        .setPrefix("")
                                        .setUnknown("…"))
                        .setError(
                                new UploadI18N.Uploading.Error()
                                        .setServerUnavailable(texts.get("data.upload.broken"))
                                        .setUnexpectedServerError(texts.get("data.upload.broken"))
                                        .setForbidden(texts.get("data.upload.broken"))));
        i18n.setError(
                new UploadI18N.Error()
                        .setFileIsTooBig(
                                texts.get(
                                        "data.bad.TOO_LARGE",
                                        services.settings().mostUpload().toMegabytes()))
                        .setTooManyFiles(texts.get("data.upload.one"))
                        .setIncorrectFileType(texts.get("data.bad.NOT_TEXT")));
        i18n.setUnits(List.of("B", "kB", "MB", "GB", "TB"));
        return i18n;
    }

    /** On the thread of the upload, without the page's lock. */
    private void take(UploadEvent event) throws IOException {
        UI ui = event.getUI();
        ui.access(() -> refused.setVisible(false));
        dev.wavetrain.data.Upload came = null;
        try (InputStream sent = event.getInputStream()) {
            came = services.imports().receive(sent, event.getFileName());
            dev.wavetrain.data.Upload whole = came;
            Look look = services.imports().look(whole, AskedFormat.NOTHING, HeadTable.ROWS);
            ui.access(() -> show(whole, look));
        } catch (BadTable bad) {
            // What can be read otherwise may be: the fields for it are shown.
            dev.wavetrain.data.Upload whole = came;
            ui.access(() -> refuse(whole, bad));
        }
    }

    private void refuse(dev.wavetrain.data.@Nullable Upload whole, BadTable bad) {
        boolean hopeless =
                switch (bad.reason()) {
                    case TOO_LARGE, EMPTY, ARCHIVE, NOT_TEXT, NO_FILE -> true;
                    default -> whole == null;
                };
        if (hopeless) {
            if (whole != null) {
                whole.close();
            }
            field.clearFileList();
        } else if (whole != null) {
            hold(whole);
        }
        say(words.bad(bad));
    }

    private void show(dev.wavetrain.data.Upload whole, Look look) {
        hold(whole);
        show(look);
    }

    private void show(Look look) {
        format.show(look.format());
        head.show(look);
        BadTable wrong = look.wrong();
        add.setEnabled(wrong == null);
        if (wrong != null) {
            say(words.bad(wrong));
        }
    }

    /** From here on the file is this dialog's to close. */
    private void hold(dev.wavetrain.data.Upload whole) {
        if (!isAttached() || given) {
            whole.close();
            return;
        }
        file = whole;
        lead.setVisible(false);
        field.setVisible(false);
        review.setVisible(true);
        name.setValue(DatasetImport.named(whole.fileName()));
        add.setVisible(true);
        add.setEnabled(false);
    }

    private void look(AskedFormat asked) {
        dev.wavetrain.data.Upload whole = file;
        if (whole == null) {
            return;
        }
        refused.setVisible(false);
        try {
            show(services.imports().look(whole, asked, HeadTable.ROWS));
        } catch (BadTable bad) {
            head.removeAll();
            add.setEnabled(false);
            say(words.bad(bad));
        }
    }

    private void keep() {
        dev.wavetrain.data.Upload whole = file;
        if (whole == null) {
            return;
        }
        refused.setVisible(false);
        name.setInvalid(false);
        busy(true);
        UI ui = UI.getCurrent();
        AskedFormat asked = format.asked();
        String entered = name.getValue();
        Thread.ofVirtual().start(() -> read(ui, whole, entered, asked));
    }

    private void read(UI ui, dev.wavetrain.data.Upload whole, String entered, AskedFormat asked) {
        long[] drawn = {0};
        try {
            DatasetId made =
                    services.imports()
                            .add(
                                    caller,
                                    caller.workplace(),
                                    whole,
                                    entered,
                                    asked,
                                    done -> tell(ui, done, drawn));
            ui.access(() -> {
                close();
                ui.navigate("data/" + made);
                Toast.say(texts.get("data.added", entered.strip()));
            });
        } catch (CancellationException given) {
            whole.close();
        } catch (BadTable bad) {
            ui.access(() -> back(words.bad(bad)));
        } catch (InvalidValue wrong) {
            ui.access(() -> {
                back("");
                name.setErrorMessage(texts.error(wrong.errors().getFirst()));
                name.setInvalid(true);
                name.focus();
            });
        } catch (Busy others) {
            ui.access(() -> back(texts.get("data.busy")));
        } catch (Forbidden | NotFound lost) {
            ui.access(() -> back(texts.get("access.viewOnly")));
        } catch (RuntimeException failed) {
            LOG.warn("A data set could not be added", failed);
            ui.access(() -> back(texts.get("data.failed")));
        }
    }

    /** Ends the reading, which leaves nothing, where the dialog is closed. */
    private void tell(UI ui, double done, long[] drawn) {
        if (given) {
            throw new CancellationException();
        }
        long now = System.nanoTime();
        if (now - drawn[0] > REDRAW_NANOS) {
            drawn[0] = now;
            ui.access(() -> {
                progress.show(done);
                share.setText(texts.get("data.reading", texts.percent(done)));
            });
        }
    }

    private void back(String why) {
        busy(false);
        if (!why.isEmpty()) {
            say(why);
        }
    }

    private void busy(boolean busy) {
        review.setVisible(!busy);
        reading.setVisible(busy);
        add.setVisible(!busy);
        share.setText(texts.get("data.reading", texts.percent(0)));
        progress.show(0);
    }

    private void say(String why) {
        refused.setText(why);
        refused.setVisible(true);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        boolean wasReading = reading.isVisible();
        given = true;
        dev.wavetrain.data.Upload whole = file;
        file = null;
        if (whole != null && !wasReading) {
            whole.close();
        }
    }
}
