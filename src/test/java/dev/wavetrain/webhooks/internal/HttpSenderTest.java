package dev.wavetrain.webhooks.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import dev.wavetrain.webhooks.Delivery.Trouble;
import dev.wavetrain.webhooks.Receiver;
import dev.wavetrain.webhooks.TestSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers of all kinds, on this machine. */
class HttpSenderTest {

    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final Duration HASTY = Duration.ofMillis(300);
    private static final byte[] BODY = "{\"event\":\"TEST\"}".getBytes(StandardCharsets.UTF_8);
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @Test
    void what_is_sent_arrives_as_it_is() throws Exception {
        try (Receiver receiver = new Receiver()) {
            Answer answer = sent(receiver.address(), PATIENT, Map.of("webhook-id", "7"));
            assertThat(answer).isEqualTo(new Answer(204, null, null));
            Receiver.Received received = receiver.received.take();
            assertThat(received.method()).isEqualTo("POST");
            assertThat(received.path()).isEqualTo("/hook?key=1");
            assertThat(received.body()).isEqualTo(BODY);
            assertThat(received.headers().getFirst("Webhook-Id")).isEqualTo("7");
            assertThat(received.headers().getFirst("Content-Type")).startsWith("application/json");
            assertThat(received.headers().getFirst("User-Agent")).isEqualTo("Wavetrain");
            assertThat(received.headers())
                    .doesNotContainKeys("Authorization", "Cookie", "Proxy-authorization");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200,",
        "302,REDIRECTED",
        "307,REDIRECTED",
        "400,STATUS",
        "401,STATUS",
        "407,STATUS",
        "410,GONE",
        "429,STATUS",
        "500,STATUS",
        "503,STATUS"
    })
    void each_status_is_told_and_no_redirect_followed(int status, Trouble trouble)
            throws Exception {
        AtomicInteger calls = new AtomicInteger();
        HttpHandler answers =
                exchange -> {
                    calls.incrementAndGet();
                    exchange.getResponseHeaders().add("Location", "/elsewhere");
                    exchange.getResponseHeaders().add("Set-Cookie", "a=b");
                    exchange.getResponseHeaders().add("Proxy-Authenticate", "Basic realm=\"x\"");
                    exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"x\"");
                    exchange.sendResponseHeaders(status, -1);
                };
        try (Receiver receiver = new Receiver(answers)) {
            Answer answer = sent(receiver.address(), PATIENT, Map.of());
            assertThat(answer).isEqualTo(new Answer(status, trouble, null));
            assertThat(calls).hasValue(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"120,120", "-5,0", "soon,", "'Wed, 21 Oct 2026 07:28:00 GMT',"})
    void more_time_can_be_asked_for(String header, Long seconds) throws Exception {
        HttpHandler answers =
                exchange -> {
                    exchange.getResponseHeaders().add("Retry-After", header);
                    exchange.sendResponseHeaders(503, -1);
                };
        try (Receiver receiver = new Receiver(answers)) {
            assertThat(sent(receiver.address(), PATIENT, Map.of()).retryAfter())
                    .isEqualTo(seconds == null ? null : Duration.ofSeconds(seconds));
        }
    }

    @Test
    void who_hangs_is_left() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (Receiver receiver = new Receiver(exchange -> await(over))) {
            assertThat(sent(receiver.address(), HASTY, Map.of()))
                    .isEqualTo(new Answer(null, Trouble.TIMED_OUT, null));
            over.countDown();
        }
    }

    @Test
    void who_answers_a_letter_at_a_time_is_left_too() throws Exception {
        try (Plain slow =
                new Plain(socket -> {
                    OutputStream out = socket.getOutputStream();
                    out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.US_ASCII));
                    while (true) {
                        out.write('x');
                        out.flush();
                        Thread.sleep(20);
                    }
                })) {
            assertThat(sent(slow.address(), HASTY, Map.of()).trouble())
                    .isEqualTo(Trouble.TIMED_OUT);
        }
    }

    @Test
    void an_answer_without_end_is_not_read() throws Exception {
        HttpHandler answers =
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    byte[] much = new byte[1 << 20];
                    while (true) {
                        exchange.getResponseBody().write(much);
                    }
                };
        try (Receiver receiver = new Receiver(answers)) {
            assertThat(sent(receiver.address(), PATIENT, Map.of()))
                    .isEqualTo(new Answer(200, null, null));
        }
    }

    @Test
    void headers_without_end_are_refused() throws Exception {
        try (Plain endless =
                new Plain(socket -> {
                    OutputStream out = socket.getOutputStream();
                    out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
                    while (true) {
                        out.write("X-Much: more\r\n".getBytes(StandardCharsets.US_ASCII));
                    }
                })) {
            assertThat(sent(endless.address(), PATIENT, Map.of()).trouble())
                    .isEqualTo(Trouble.BROKEN);
        }
    }

    @Test
    void what_is_no_http_is_told_as_that() throws Exception {
        try (Plain other =
                new Plain(socket -> {
                    socket.getOutputStream().write("+PONG\r\n".getBytes(StandardCharsets.US_ASCII));
                })) {
            assertThat(sent(other.address(), PATIENT, Map.of()).trouble())
                    .isEqualTo(Trouble.BROKEN);
            assertThat(
                            sent(other.address().replace("http:", "https:"), PATIENT, Map.of())
                                    .trouble())
                    .isEqualTo(Trouble.TLS);
        }
    }

    @Test
    void nobody_there_is_told_as_that() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, HERE)) {
            closed = socket.getLocalPort();
        }
        assertThat(sent("http://127.0.0.1:" + closed + "/", PATIENT, Map.of()).trouble())
                .isEqualTo(Trouble.NOT_REACHED);
        try (HttpSender sender =
                new HttpSender(
                        TestSettings.of(PATIENT, true),
                        host -> {
                            throw new UnknownHostException(host);
                        })) {
            assertThat(sender.post("http://nowhere.example/", Map.of(), BODY).trouble())
                    .isEqualTo(Trouble.UNKNOWN_HOST);
        }
    }

    @Test
    void nothing_is_sent_inside_unless_the_owner_allows_it() throws Exception {
        try (Receiver receiver = new Receiver();
                HttpSender sender =
                        new HttpSender(
                                TestSettings.of(PATIENT, false), InetAddress::getAllByName)) {
            for (String host : new String[] {"127.0.0.1", "localhost", "[::1]", "127.1"}) {
                Answer answer =
                        sender.post("http://" + host + ":" + receiver.port(), Map.of(), BODY);
                assertThat(answer.trouble()).as(host).isNotNull();
            }
            assertThat(sender.post(receiver.address(), Map.of(), BODY).trouble())
                    .isEqualTo(Trouble.NOT_ALLOWED);
            assertThat(receiver.received).isEmpty();
        }
    }

    /** A name that is public when it is looked at and private when it is connected to. */
    @Test
    void a_name_is_looked_up_once_and_what_was_found_is_connected_to() throws Exception {
        AtomicInteger lookups = new AtomicInteger();
        try (Receiver receiver = new Receiver();
                HttpSender sender =
                        new HttpSender(
                                TestSettings.of(PATIENT, true),
                                host -> {
                                    boolean first = lookups.getAndIncrement() == 0;
                                    return new InetAddress[] {
                                        first ? HERE : InetAddress.ofLiteral("127.0.0.99")
                                    };
                                })) {
            String address = "http://rebinding.example:" + receiver.port() + "/";
            assertThat(sender.post(address, Map.of(), BODY).status()).isEqualTo(204);
            assertThat(receiver.received.take().headers().getFirst("Host"))
                    .isEqualTo("rebinding.example:" + receiver.port());
            assertThat(lookups).hasValue(1);
        }
    }

    private static Answer sent(String address, Duration timeout, Map<String, String> headers)
            throws IOException {
        try (HttpSender sender =
                new HttpSender(TestSettings.of(timeout, true), InetAddress::getAllByName)) {
            return sender.post(address, headers, BODY);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a server without HTTP does with a connection. */
    @FunctionalInterface
    private interface Rude {
        void talk(Socket socket) throws Exception;
    }

    /** A server that does not keep to HTTP. */
    private static final class Plain implements AutoCloseable {

        private final ServerSocket server;

        Plain(Rude rude) throws IOException {
            server = new ServerSocket(0, 5, HERE);
            Thread.ofVirtual()
                    .start(() -> {
                        while (!server.isClosed()) {
                            try (Socket socket = server.accept()) {
                                // Some of what came: the rest is of no interest.
                                var _ = socket.getInputStream().read();
                                rude.talk(socket);
                            } catch (Exception over) {
                                // The other side has left, or the test is over.
                            }
                        }
                    });
        }

        String address() {
            return "http://127.0.0.1:" + server.getLocalPort() + "/";
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
