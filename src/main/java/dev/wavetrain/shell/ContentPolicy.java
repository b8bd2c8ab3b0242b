package dev.wavetrain.shell;

import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Which scripts a page runs: those that it had from us with its number used once, and what these
 * load. A script that somebody smuggled into a page has no such number. Vaadin's client makes
 * functions of what the server sends, hence {@code unsafe-eval}; its components style themselves,
 * hence the inline styles.
 */
final class ContentPolicy {

    static final String HEADER = "Content-Security-Policy";

    private static final int NONCE_BYTES = 16;
    private static final String POLICY =
            String.join(
                    "; ",
                    "default-src 'self'",
                    "script-src 'nonce-%s' 'strict-dynamic' 'unsafe-eval'",
                    "style-src 'self' 'unsafe-inline'",
                    "img-src 'self' data: blob:",
                    "font-src 'self' data:",
                    "object-src 'none'",
                    "base-uri 'self'",
                    "form-action 'self'",
                    "frame-ancestors 'self'");

    private final SecureRandom random = new SecureRandom();

    /** To be called once all scripts are in the page. */
    void guard(IndexHtmlResponse response) {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        response.getDocument().select("script, link[rel=modulepreload]").attr("nonce", nonce);
        response.getVaadinResponse().setHeader(HEADER, POLICY.formatted(nonce));
    }
}
