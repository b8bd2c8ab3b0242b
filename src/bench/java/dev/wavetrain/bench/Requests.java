package dev.wavetrain.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Somebody who asks the REST API from this machine, over a connection that is kept. */
final class Requests implements AutoCloseable {

    private static final double MILLI = 1e6;

    private final String address;
    private final HttpClient http = HttpClient.newHttpClient();

    /**
     * @param address of the application, with a slash at its end
     */
    Requests(String address) {
        this.address = address;
    }

    HttpRequest get(String path) {
        return request(path).GET().build();
    }

    HttpRequest post(String path, String json) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Basic " + credentials());
    }

    private static String credentials() {
        return Base64.getEncoder()
                .encodeToString(
                        (BenchApplication.NAME + ":" + BenchApplication.PASSWORD)
                                .getBytes(StandardCharsets.UTF_8));
    }

    /** From the sending of the question to the last byte of the answer. */
    Times times(HttpRequest request, int warmUp, int count)
            throws IOException, InterruptedException {
        for (int i = 0; i < warmUp; i++) {
            answer(request);
        }
        double[] millis = new double[count];
        for (int i = 0; i < count; i++) {
            long begun = System.nanoTime();
            answer(request);
            millis[i] = (System.nanoTime() - begun) / MILLI;
        }
        return new Times(millis);
    }

    String answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    @Override
    public void close() {
        http.close();
    }
}
