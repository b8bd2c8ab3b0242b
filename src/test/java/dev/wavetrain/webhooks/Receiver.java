package dev.wavetrain.webhooks;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** Somebody's server on this machine that takes deliveries. */
public final class Receiver implements AutoCloseable {

    /** What came. */
    public record Received(String method, String path, Headers headers, byte[] body) {}

    public final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Answers 204. */
    public Receiver() {
        this(exchange -> exchange.sendResponseHeaders(204, -1));
    }

    public Receiver(HttpHandler answers) {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext(
                "/",
                exchange -> {
                    received.add(read(exchange));
                    answers.handle(exchange);
                    exchange.close();
                });
        server.start();
    }

    private static Received read(HttpExchange exchange) throws IOException {
        return new Received(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders(),
                exchange.getRequestBody().readAllBytes());
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String address() {
        return "http://127.0.0.1:" + port() + "/hook?key=1";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
