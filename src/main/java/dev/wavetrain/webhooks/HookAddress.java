package dev.wavetrain.webhooks;

import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
import dev.wavetrain.common.Rules;
import dev.wavetrain.webhooks.internal.CheckedResolver;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads an address that somebody entered. A name is not looked up here: where it leads is checked
 * each time something is sent there.
 */
record HookAddress(WebhookSettings settings) {

    private static final String FIELD = "address";
    private static final int LAST_PORT = 65_535;

    /** Some programs read such a name as an address, each in its own way. */
    private static final Pattern NUMBER = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)");

    /**
     * @return the address in ASCII
     * @throws dev.wavetrain.common.InvalidValue at {@code address}
     */
    String checked(String entered) {
        String address = entered.strip();
        new Rules().line(FIELD, address, Webhook.LONGEST_ADDRESS).check();
        URI uri = parsed(address);
        Reason wanted = settings.allowHttp() ? Reason.AN_HTTP_ADDRESS : Reason.AN_HTTPS_ADDRESS;
        new Rules().that(uri != null && isHttp(uri), FIELD, Rule.WRONG_TYPE, wanted).check();
        if (uri == null) {
            return "";
        }
        String ascii = uri.toASCIIString();
        new Rules()
                .that(uri.getRawUserInfo() == null, FIELD, Rule.NOT_ALLOWED, Reason.CREDENTIALS)
                .that(isOutside(uri.getHost()), FIELD, Rule.NOT_ALLOWED, Reason.INSIDE_THE_NETWORK)
                .line(FIELD, ascii, Webhook.LONGEST_ADDRESS)
                .check();
        return ascii;
    }

    /** The part of an address that may be written down: the rest can be a key. */
    static String host(String address) {
        return URI.create(address).getHost();
    }

    private static @Nullable URI parsed(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException malformed) {
            return null;
        }
    }

    private boolean isHttp(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        return (scheme.equals("https") || scheme.equals("http") && settings.allowHttp())
                && uri.getHost() != null
                && uri.getRawFragment() == null
                && uri.getPort() != 0
                && uri.getPort() <= LAST_PORT;
    }

    private boolean isOutside(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        if (name.equals("localhost") || name.endsWith(".localhost")) {
            return settings.allowPrivateAddresses();
        }
        try {
            InetAddress literal = InetAddress.ofLiteral(name.replaceAll("[\\[\\]]", ""));
            return (name.startsWith("[") || literal.getHostAddress().equals(name))
                    && CheckedResolver.allows(literal, settings.allowPrivateAddresses());
        } catch (IllegalArgumentException aName) {
            return !NUMBER.matcher(name).matches();
        }
    }
}
