package dev.wavetrain.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;

/** The parts of a form with a file, as they come, so that none is held in memory. */
final class FormParts {

    private static final String FILE = "file";
    private static final int MOST_PARTS = 16;
    private static final int MOST_FIELD_BYTES = 4_096;

    private FormParts() {}

    /** Takes the file. */
    @FunctionalInterface
    interface Taker {
        void take(InputStream content, String name) throws IOException;
    }

    /**
     * @param nameless the name of a file that has none
     * @param fields gets what the other parts say
     * @param taker is given the first part called {@code file}, and no other
     * @throws FileUploadException where this is no such form
     * @throws IOException where the sender hangs up
     */
    static void read(
            HttpServletRequest request, String nameless, Map<String, String> fields, Taker taker)
            throws IOException, FileUploadException {
        FileUpload parts = new FileUpload();
        parts.setFileCountMax(MOST_PARTS);
        parts.setHeaderEncoding(StandardCharsets.UTF_8.name());
        FileItemIterator items = parts.getItemIterator(new ServletRequestContext(request));
        boolean taken = false;
        while (items.hasNext()) {
            FileItemStream item = items.next();
            try (InputStream content = item.openStream()) {
                if (!FILE.equals(item.getFieldName())) {
                    fields.put(String.valueOf(item.getFieldName()), text(content));
                } else if (!taken) {
                    taken = true;
                    taker.take(content, name(item, nameless));
                }
            }
        }
    }

    /** A file whose name is none is as good as its content. */
    private static String name(FileItemStream item, String nameless) {
        try {
            return Objects.requireNonNullElse(item.getName(), nameless);
        } catch (InvalidFileNameException withNul) {
            return nameless;
        }
    }

    /** More than a name takes is refused as a name that is too long. */
    private static String text(InputStream content) throws IOException {
        return new String(content.readNBytes(MOST_FIELD_BYTES), StandardCharsets.UTF_8);
    }
}
