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

    HttpRequest put(String path) {
        return request(path).PUT(HttpRequest.BodyPublishers.noBody()).build();
    }

    HttpRequest delete(String path) {
        return request(path).DELETE().build();
    }

    /**
     * From the sending of the question to the last byte of the answer.
     *
     * @param before done before each question, untimed
     */
    Times times(HttpRequest request, int warmUp, int count, Runnable before)
            throws IOException, InterruptedException {
        double[] millis = new double[count];
        for (int i = -warmUp; i < count; i++) {
            before.run();
            long begun = System.nanoTime();
            answer(request);
            if (i >= 0) {
                millis[i] = (System.nanoTime() - begun) / MILLI;
            }
        }
        return new Times(millis);
    }

    String answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    @Override
    public void close() {
        http.close();
    }
}
