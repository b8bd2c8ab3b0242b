package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.wavetrain.shell.Texts;
import java.util.List;

/** Where a model file is chosen or dropped. */
final class ModelFileField extends Upload {

    private static final long MEGABYTE = 1 << 20;

    /**
     * @param most megabytes
     */
    ModelFileField(UploadHandler taker, long most, Texts texts) {
        super(taker);
        setMaxFiles(1);
        setMaxFileSize((int) Math.min(Integer.MAX_VALUE, most * MEGABYTE));
        setUploadButton(new Button(texts.get("upload.file")));
        setDropLabel(new Span(texts.get("upload.drop")));
        setI18n(words(most, texts));
        setWidthFull();
    }

    private static UploadI18N words(long most, Texts texts) {
        UploadI18N words = new UploadI18N();
        words.setAddFiles(new UploadI18N.AddFiles().setOne(texts.get("upload.file")));
        words.setDropFiles(new UploadI18N.DropFiles().setOne(texts.get("upload.drop")));
        String broken = texts.get("data.upload.broken");
        words.setUploading(
                new UploadI18N.Uploading()
                        .setStatus(
                                new UploadI18N.Uploading.Status()
                                        .setConnecting("…")
                                        .setStalled("…")
                                        .setProcessing(texts.get("upload.looking"))
                                        .setHeld("…"))
                        .setRemainingTime(
                                new UploadI18N.Uploading.RemainingTime()
                                        .setPrefix("")
                                        .setUnknown("…"))
                        .setError(
                                new UploadI18N.Uploading.Error()
                                        .setServerUnavailable(broken)
                                        .setUnexpectedServerError(broken)
                                        .setForbidden(broken)));
        words.setError(
                new UploadI18N.Error()
                        .setFileIsTooBig(texts.get("model.bad.TOO_LARGE", most))
                        .setTooManyFiles(texts.get("data.upload.one")));
        words.setUnits(List.of("B", "kB", "MB", "GB", "TB"));
        return words;
    }
}
