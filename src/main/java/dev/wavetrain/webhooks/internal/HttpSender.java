package dev.wavetrain.webhooks.internal;

import dev.wavetrain.common.Causes;
import dev.wavetrain.webhooks.Delivery.Trouble;
import dev.wavetrain.webhooks.WebhookSettings;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Posts to addresses that others chose, and trusts none of them: no redirect is followed, no cookie
 * kept, no proxy or password known, nothing of an answer read but its status, and all of it has to
 * be over in time.
 */
public final class HttpSender implements Sender, AutoCloseable {

    private static final int MOST_CONNECTIONS = 50;
    private static final int MOST_HEADERS = 100;
    private static final int LONGEST_LINE = 16_384;

    private final Duration timeout;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("webhook-timeout").factory());

    public HttpSender(WebhookSettings settings, CheckedResolver.Lookup lookup) {
        timeout = settings.timeout();
        Timeout each = Timeout.of(timeout);
        client =
                HttpClients.custom()
                        .setConnectionManager(
                                connections(
                                        each,
                                        new CheckedResolver(
                                                lookup, settings.allowPrivateAddresses())))
                        .setDefaultRequestConfig(
                                RequestConfig.custom()
                                        .setConnectionRequestTimeout(each)
                                        .setResponseTimeout(each)
                                        .setRedirectsEnabled(false)
                                        .setAuthenticationEnabled(false)
                                        .setProtocolUpgradeEnabled(false)
                                        .build())
                        // A proxy of the machine's would be asked for names that nobody checked.
                        .setRoutePlanner(new DefaultRoutePlanner(null))
                        .setConnectionReuseStrategy((request, response, context) -> false)
                        .setUserAgent("Wavetrain")
                        .disableRedirectHandling()
                        .disableAutomaticRetries()
                        .disableCookieManagement()
                        .disableAuthCaching()
                        .disableContentCompression()
                        .build();
    }

    private static HttpClientConnectionManager connections(Timeout each, CheckedResolver resolver) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                                .setConnectTimeout(each)
                                .setSocketTimeout(each)
                                .build())
                .setConnectionFactory(
                        ManagedHttpClientConnectionFactory.builder()
                                .http1Config(
                                        Http1Config.custom()
                                                .setMaxHeaderCount(MOST_HEADERS)
                                                .setMaxLineLength(LONGEST_LINE)
                                                .build())
                                .build())
                .build();
    }

    @Override
    public Answer post(String address, Map<String, String> headers, byte[] body) {
        HttpPost request = new HttpPost(address);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        Future<?> end = watch.schedule(request::cancel, timeout.toNanos(), TimeUnit.NANOSECONDS);
        try {
            ClassicHttpResponse response =
                    client.executeOpen(RoutingSupport.determineHost(request), request, null);
            return Answer.of(response.getCode(), retryAfter(response));
        } catch (IOException | HttpException | IllegalArgumentException failed) {
            return Answer.failed(request.isCancelled() ? Trouble.TIMED_OUT : trouble(failed));
        } finally {
            end.cancel(false);
            // Closing the answer would read it to its end; this ends the connection.
            request.cancel();
        }
    }

    private static @Nullable Duration retryAfter(ClassicHttpResponse response) {
        Header header = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
        try {
            return header == null
                    ? null
                    : Duration.ofSeconds(Math.max(0, Integer.parseInt(header.getValue().strip())));
        } catch (NumberFormatException aDate) {
            return null;
        }
    }

    private static Trouble trouble(Throwable failed) {
        return Causes.of(failed)
                .map(HttpSender::known)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Trouble.BROKEN);
    }

    private static Optional<Trouble> known(Throwable failed) {
        return Optional.ofNullable(
                switch (failed) {
                    case CheckedResolver.Refused _ -> Trouble.NOT_ALLOWED;
                    case UnknownHostException _ -> Trouble.UNKNOWN_HOST;
                    case SSLException _ -> Trouble.TLS;
                    case ConnectException _, NoRouteToHostException _ -> Trouble.NOT_REACHED;
                    case InterruptedIOException _ -> Trouble.TIMED_OUT;
                    default -> null;
                });
    }

    @Override
    public void close() throws IOException {
        watch.shutdownNow();
        client.close();
    }
}
