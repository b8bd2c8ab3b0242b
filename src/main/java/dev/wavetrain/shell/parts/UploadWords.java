package dev.wavetrain.shell.parts;

import com.vaadin.flow.component.upload.UploadI18N;
import dev.wavetrain.shell.Texts;
import java.util.List;

/** What a field says where a file is chosen or dropped. */
public final class UploadWords {

    private UploadWords() {}

    /**
     * @param file on the button
     * @param drop beside it
     * @param processing while the server is at it
     */
    public static UploadI18N of(String file, String drop, String processing) {
        UploadI18N words = new UploadI18N();
        words.setAddFiles(new UploadI18N.AddFiles().setOne(file));
        words.setDropFiles(new UploadI18N.DropFiles().setOne(drop));
        words.setUploading(
                new UploadI18N.Uploading()
                        .setStatus(
                                new UploadI18N.Uploading.Status()
                                        .setConnecting("…")
                                        .setStalled("…")
                                        .setProcessing(processing)
                                        .setHeld("…"))
                        .setRemainingTime(
                                new UploadI18N.Uploading.RemainingTime()
                                        .setPrefix("")
                                        .setUnknown("…")));
        words.setUnits(List.of("B", "kB", "MB", "GB", "TB"));
        return words;
    }

    /**
     * As above, with what is said of files that do not arrive.
     *
     * @param tooLarge where it is larger than the field takes
     */
    public static UploadI18N of(
            String file, String drop, String processing, String tooLarge, Texts texts) {
        String broken = texts.get("data.upload.broken");
        UploadI18N words = of(file, drop, processing);
        words.getUploading()
                .setError(
                        new UploadI18N.Uploading.Error()
                                .setServerUnavailable(broken)
                                .setUnexpectedServerError(broken)
                                .setForbidden(broken));
        words.setError(
                new UploadI18N.Error()
                        .setFileIsTooBig(tooLarge)
                        .setTooManyFiles(texts.get("data.upload.one")));
        return words;
    }
}
