package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.UploadWords;

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
        setI18n(
                UploadWords.of(
                        texts.get("upload.file"),
                        texts.get("upload.drop"),
                        texts.get("upload.looking"),
                        texts.get("model.bad.TOO_LARGE", most),
                        texts));
        setWidthFull();
    }
}
