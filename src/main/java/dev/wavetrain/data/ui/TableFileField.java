package dev.wavetrain.data.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.UploadWords;
import org.springframework.util.unit.DataSize;

/** Where a file with a table is chosen or dropped. */
final class TableFileField extends Upload {

    TableFileField(UploadHandler taker, DataSize most, Texts texts) {
        super(taker);
        setMaxFiles(1);
        setMaxFileSize((int) Math.min(Integer.MAX_VALUE, most.toBytes()));
        setUploadButton(new Button(texts.get("data.upload.file")));
        setDropLabel(new Span(texts.get("data.upload.drop")));
        UploadI18N words =
                UploadWords.of(
                        texts.get("data.upload.file"),
                        texts.get("data.upload.drop"),
                        texts.get("data.upload.looking"),
                        texts.get("data.bad.TOO_LARGE", most.toMegabytes()),
                        texts);
        words.getError().setIncorrectFileType(texts.get("data.bad.NOT_TEXT"));
        setI18n(words);
        setWidthFull();
    }
}
