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
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.apache.tomcat.util.http.fileupload.MultipartStream;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
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
    private static final int MOST_PARTS = 16;
    private static final int MOST_FIELD_BYTES = 4_096;

    /**
     * @throws BadTable where there is no file, or it is too large
     * @throws dev.wavetrain.common.InvalidValue where a field says something else than it may
     * @throws IOException where the sender hangs up
     */
    static NewDataset read(HttpServletRequest request, DatasetImport imports) throws IOException {
        Map<String, String> fields = new HashMap<>();
        Upload upload = null;
        try {
            FileUpload parts = new FileUpload();
            parts.setFileCountMax(MOST_PARTS);
            parts.setHeaderEncoding(StandardCharsets.UTF_8.name());
            FileItemIterator items = parts.getItemIterator(new ServletRequestContext(request));
            while (items.hasNext()) {
                FileItemStream item = items.next();
                try (InputStream content = item.openStream()) {
                    if (!"file".equals(item.getFieldName())) {
                        fields.put(String.valueOf(item.getFieldName()), text(content));
                    } else if (upload == null) {
                        upload = imports.receive(content, name(item));
                    }
                }
            }
            return of(upload, fields);
        } catch (FileUploadException | MultipartStream.MalformedStreamException malformed) {
            close(upload);
            throw new BadTable(malformed, BadTable.Reason.NO_FILE);
        } catch (IOException | RuntimeException failed) {
            close(upload);
            throw failed;
        }
    }

    /** A file whose name is none is as good as its content. */
    private static String name(FileItemStream item) {
        try {
            return Objects.requireNonNullElse(item.getName(), NAMELESS);
        } catch (InvalidFileNameException withNul) {
            return NAMELESS;
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

    /** More than a name takes is refused as a name that is too long. */
    private static String text(InputStream content) throws IOException {
        return new String(content.readNBytes(MOST_FIELD_BYTES), StandardCharsets.UTF_8);
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
