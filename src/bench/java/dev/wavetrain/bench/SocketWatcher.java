package dev.wavetrain.bench;

import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.MetricSeries;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who watches a run through the page's own protocol, as a browser does and without one:
 * signs in, opens the page, and reads what the server pushes. Sees an epoch when the points of its
 * losses are there, and whether any was left out.
 */
final class SocketWatcher implements WebSocket.Listener {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");
    private static final Pattern POINTS = Pattern.compile("\"loss\",\"([^\"]+)\",");

    private final BenchApplication application;
    private final HttpClient http;
    private final Commits commits;
    private final Lateness lateness;
    private final StringBuilder message = new StringBuilder();
    private String session = "";
    private int epoch;
    private int seen;
    private int gaps;
    private int overlaps;
    private long received;
    private boolean closed;
    private @Nullable WebSocket socket;

    SocketWatcher(
            BenchApplication application, HttpClient http, Commits commits, Lateness lateness) {
        this.application = application;
        this.http = http;
        this.commits = commits;
        this.lateness = lateness;
    }

    void open(RunId run) throws IOException, InterruptedException {
        signIn();
        String address = "runs/" + run;
        String started =
                get("?v-r=init&location=" + encoded(address) + "&query=&v-wh=900&v-ww=1440").body();
        String ui = found("\"v-uiId\":(\\d+)", started);
        String push = found("\"Vaadin-Push-ID\":\"([^\"]+)\"", started);
        String token = found("\"Vaadin-Security-Key\":\"([^\"]+)\"", started);
        String navigation =
                """
                {"csrfToken":"%s","rpc":[{"type":"event","node":1,"event":"ui-navigate","data":\
                {"route":"/%s","query":"","appShellTitle":"","historyState":{"idx":0},"trigger":""}}],\
                "syncId":0,"clientId":0}\
                """
                        .formatted(token, address);
        String page = post("?v-r=uidl&v-uiId=" + ui, navigation).body();
        synchronized (this) {
            read(page);
        }
        // What is pushed before waits in the server.
        socket = connect(ui, push);
    }

    private WebSocket connect(String ui, String push) {
        String query =
                "VAADIN/push?v-r=push&v-uiId=%s&v-pushId=%s&X-Atmosphere-tracking-id=0"
                                .formatted(ui, push)
                        + "&X-Atmosphere-Framework=4.0.1&X-Atmosphere-Transport=websocket"
                        + "&X-Atmosphere-TrackMessageSize=true&X-atmo-protocol=true"
                        + "&Content-Type=application/json;%20charset=UTF-8"
                        + "&X-Vaadin-LastSeenServerSyncId=0";
        String address = application.address(query).replaceFirst("^http", "ws");
        return http.newWebSocketBuilder()
                .header("Cookie", session)
                .buildAsync(URI.create(address), this)
                .join();
    }

    private void signIn() throws IOException, InterruptedException {
        HttpResponse<String> page = get("sign-in");
        session = cookie(page);
        Matcher token = TOKEN.matcher(page.body());
        if (!token.find()) {
            throw new IllegalStateException("no token on the sign-in page");
        }
        String form =
                "username=%s&password=%s&_csrf=%s"
                        .formatted(
                                BenchApplication.NAME,
                                encoded(BenchApplication.PASSWORD),
                                token.group(1));
        session =
                cookie(
                        http.send(
                                request("sign-in")
                                        .header("Content-Type", "application/x-www-form-urlencoded")
                                        .POST(BodyPublishers.ofString(form))
                                        .build(),
                                BodyHandlers.ofString()));
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Set-Cookie")
                .map(header -> header.substring(0, header.indexOf(';')))
                .orElseThrow(() -> new IllegalStateException("no session: " + answer));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(application.address(path)));
        return session.isEmpty() ? request : request.header("Cookie", session);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String json)
            throws IOException, InterruptedException {
        return http.send(
                request(path)
                        .header("Content-Type", "application/json; charset=UTF-8")
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException(pattern + " is not in " + text);
        }
        return matcher.group(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        synchronized (this) {
            message.append(data);
            if (last) {
                received++;
                read(message);
                message.setLength(0);
            }
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        synchronized (this) {
            closed = true;
        }
        return null;
    }

    private void read(CharSequence text) {
        Matcher points = POINTS.matcher(text);
        while (points.find()) {
            see(points.group(1));
        }
    }

    /** What was stored before the page was open is not late. */
    private void see(String packed) {
        double[] ends = ends(packed);
        int last = (int) ends[1];
        if (epoch > 0) {
            // Many epochs at once travel thinned: then the first point is within their first
            // bucket.
            int bucket = Math.ceilDiv(Math.max(1, last - epoch), MetricSeries.DEFAULT_POINTS);
            gaps += ends[0] > epoch + bucket ? 1 : 0;
            overlaps += ends[0] <= epoch ? 1 : 0;
            seen = commits.seen(seen, last, Commits.now(), lateness);
        } else {
            seen = commits.upTo(last);
        }
        epoch = last;
    }

    /** The first and the last epoch of points as they travel. */
    private static double[] ends(String packed) {
        int colon = packed.indexOf(':');
        if (colon > 0) {
            int first = Integer.parseInt(packed.substring(0, colon));
            return new double[] {first, first + Integer.parseInt(packed.substring(colon + 1)) - 1};
        }
        DoubleBuffer epochs =
                ByteBuffer.wrap(Base64.getDecoder().decode(packed))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asDoubleBuffer();
        return new double[] {epochs.get(0), epochs.get(epochs.limit() - 1)};
    }

    synchronized int epoch() {
        return epoch;
    }

    /** Times that points were missing between two pushes, or that the connection was lost. */
    synchronized int losses() {
        return gaps + (closed ? 1 : 0);
    }

    /** Times that points came which had come before. */
    synchronized int overlaps() {
        return overlaps;
    }

    synchronized long received() {
        return received;
    }

    void close() {
        if (socket != null) {
            socket.abort();
        }
    }
}
