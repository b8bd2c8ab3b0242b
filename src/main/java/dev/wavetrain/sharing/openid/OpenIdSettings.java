package dev.wavetrain.sharing.openid;

import dev.wavetrain.common.SettingRules;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The issuer that people may sign in by.
 *
 * @param issuer its address as it names itself; null for none
 * @param clientId this server's name there; null only together with the issuer
 * @param clientSecret null for a client without one, which PKCE protects alone
 * @param name what the button calls it; null for the issuer's host
 * @param nameClaim what new accounts are called by
 * @param domains whoever has a verified e-mail address in one of these gets an account; with none
 *     only those do who are invited or connect the account they have
 */
@ConfigurationProperties("wavetrain.openid")
public record OpenIdSettings(
        @Nullable String issuer,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable String name,
        @DefaultValue("preferred_username") String nameClaim,
        @DefaultValue List<String> domains) {

    private static final SettingRules RULES = new SettingRules("wavetrain.openid");

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    public OpenIdSettings {
        issuer = given(issuer);
        clientId = given(clientId);
        clientSecret = given(clientSecret);
        name = given(name);
        nameClaim = nameClaim.strip();
        domains =
                domains.stream()
                        .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                        .filter(domain -> !domain.isEmpty())
                        .toList();
        RULES.require(
                (issuer == null) == (clientId == null),
                "issuer and wavetrain.openid.client-id belong together: set both or neither");
        RULES.require(
                issuer == null || (isSafe(issuer) && !issuer.matches(".*[?#].*")),
                "issuer must be an https address (http on this machine alone), without ? and #: "
                        + issuer);
        RULES.require(!nameClaim.isEmpty(), "name-claim must name a claim");
        for (String domain : domains) {
            RULES.require(
                    domain.matches("[^@\\s,]+\\.[^@\\s,]+"),
                    "domains must be like example.com: " + domain);
        }
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Nobody between here and there can answer in its place. */
    static boolean isSafe(String address) {
        try {
            URI uri = URI.create(address);
            String host = uri.getHost();
            return host != null
                    && ("https".equals(uri.getScheme())
                            || ("http".equals(uri.getScheme()) && THIS_MACHINE.contains(host)));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    public boolean isOn() {
        return issuer != null;
    }

    /** The issuer as it is kept with accounts: a slash at its end makes no other one. */
    String bareIssuer() {
        return bare(Objects.requireNonNull(issuer, "no issuer is set"));
    }

    static String bare(String address) {
        return address.replaceFirst("/$", "");
    }

    /** What people know the issuer by; empty where there is none. */
    public String shownName() {
        if (name != null) {
            return name;
        }
        String host = issuer == null ? null : URI.create(issuer).getHost();
        return host == null ? "" : host;
    }

    @Override
    public String toString() {
        return "OpenIdSettings[" + issuer + "]";
    }
}
