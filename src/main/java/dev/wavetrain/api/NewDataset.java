package dev.wavetrain.api;

import dev.wavetrain.data.AskedFormat;
import dev.wavetrain.data.BadTable;
import dev.wavetrain.data.DatasetImport;
import dev.wavetrain.data.DecimalSign;
import dev.wavetrain.data.Encoding;
import dev.wavetrain.data.Separator;
import dev.wavetrain.data.Upload;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.MultipartStream;
import org.jspecify.annotations.Nullable;

/**
 * A file in the parts of a form, with what the form says of it. The file is written down as it
 * comes, so that none is held in memory.
 *
 * @param project null for the caller's own
 * @param name null for the file's
 */
record NewDataset(
        Upload upload, @Nullable String project, @Nullable String name, AskedFormat format)
        implements AutoCloseable {

    private static final String NAMELESS = "data.csv";

    /**
     * @throws BadTable where there is no file, or it is too large
     * @throws dev.wavetrain.common.InvalidValue where a field says something else than it may
     * @throws IOException where the sender hangs up
     */
    static NewDataset read(HttpServletRequest request, DatasetImport imports) throws IOException {
        Map<String, String> fields = new HashMap<>();
        @Nullable Upload[] came = {null};
        try {
            FormParts.read(
                    request,
                    NAMELESS,
                    fields,
                    (content, name) -> came[0] = imports.receive(content, name));
            return of(came[0], fields);
        } catch (FileUploadException | MultipartStream.MalformedStreamException malformed) {
            close(came[0]);
            throw new BadTable(malformed, BadTable.Reason.NO_FILE);
        } catch (IOException | RuntimeException failed) {
            close(came[0]);
            throw failed;
        }
    }

    private static NewDataset of(@Nullable Upload upload, Map<String, String> fields) {
        if (upload == null) {
            throw new BadTable(BadTable.Reason.NO_FILE);
        }
        Parameters parameters = new Parameters();
        String header = fields.get("header");
        AskedFormat asked =
                new AskedFormat(
                        parameters.choice("encoding", fields.get("encoding"), Encoding.class),
                        parameters.choice("separator", fields.get("separator"), Separator.class),
                        parameters.choice("decimal", fields.get("decimal"), DecimalSign.class),
                        header == null || header.isBlank()
                                ? null
                                : Boolean.valueOf(parameters.flag("header", header.strip())));
        parameters.check();
        return new NewDataset(upload, fields.get("project"), fields.get("name"), asked);
    }

    private static void close(@Nullable Upload upload) {
        if (upload != null) {
            upload.close();
        }
    }

    @Override
    public void close() {
        upload.close();
    }
}
