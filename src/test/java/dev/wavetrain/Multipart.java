package dev.wavetrain;

import dev.wavetrain.ApiClient.Answer;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

/** Forms with files, as browsers send them. */
public final class Multipart {

    public static final String BOUNDARY = "----wavetrain";

    /** What comes after the last part. */
    public static final String END = "\r\n--" + BOUNDARY + "--\r\n";

    private static final String DATASETS = "/api/v1/datasets";

    private Multipart() {}

    public static String field(String name, String value) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(BOUNDARY, name, value);
    }

    /** What comes before a file's bytes. */
    public static String part(String name, String file) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n"
                .formatted(BOUNDARY, name, file);
    }

    public static Answer send(ApiClient api, String path, BodyPublisher body) {
        return api.send(
                api.request(path)
                        .timeout(Duration.ofMinutes(5))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(body));
    }

    /** Adds a small dataset to a project. */
    public static Answer dataset(ApiClient api, String project) {
        String body = field("project", project) + part("file", "tried.csv") + "a\n1\n" + END;
        return send(api, DATASETS, BodyPublishers.ofString(body));
    }
}
