package dev.wavetrain.sharing.openid;

import static org.springframework.security.oauth2.core.oidc.IdTokenClaimNames.SUB;

import dev.wavetrain.sharing.openid.OpenIdRefused.Why;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * The issuer as it describes itself. It is asked when somebody wants to sign in by it, never at the
 * start: a server whose issuer is away starts as any other.
 */
@Component
class OpenIdIssuer {

    static final String CLIENT = "openid";

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdIssuer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long QUEUE_MILLIS = 500;

    /** Whoever comes back from there does not need it to be asked again. */
    private static final Duration KEPT = Duration.ofHours(1);

    /** Nobody is sent to an issuer that has not answered for so long. */
    private static final Duration THERE = Duration.ofSeconds(10);

    /** So long nobody waits for an issuer that has just not answered somebody else. */
    private static final Duration AWAY_FOR = Duration.ofSeconds(5);

    private static final ParameterizedTypeReference<Map<String, Object>> METADATA =
            new ParameterizedTypeReference<>() {};

    private record Known(ClientRegistration client, OpenIdExchange exchange, Instant asked) {

        private Map<String, Object> metadata() {
            return client.getProviderDetails().getConfigurationMetadata();
        }
    }

    private record Failure(OpenIdRefused why, Instant until) {}

    private final OpenIdSettings settings;
    private final Clock clock;

    /**
     * Whoever asks the issuer: the others wait for a moment, and hold up no more than themselves.
     */
    private final ReentrantLock asking = new ReentrantLock();

    private volatile @Nullable Known known;
    private volatile @Nullable Failure failure;

    OpenIdIssuer(OpenIdSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** This server as the issuer's client. */
    ClientRegistration client() {
        return known(THERE).client();
    }

    /** Asks the issuer who came back. */
    OpenIdExchange exchange() {
        return known(KEPT).exchange();
    }

    /**
     * @throws OpenIdRefused where the issuer does not answer, or not as the settings have it
     */
    private Known known(Duration mostAge) {
        Known fresh = remembered(mostAge);
        if (fresh != null) {
            return fresh;
        }
        lock();
        try {
            Known meanwhile = remembered(mostAge);
            return meanwhile == null ? ask() : meanwhile;
        } finally {
            asking.unlock();
        }
    }

    private void lock() {
        try {
            if (asking.tryLock(QUEUE_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new OpenIdRefused(Why.AWAY);
    }

    /**
     * @return null where the issuer has to be asked
     * @throws OpenIdRefused where it has just failed somebody else
     */
    private @Nullable Known remembered(Duration mostAge) {
        Instant now = clock.instant();
        Known last = known;
        if (last != null && now.isBefore(last.asked().plus(mostAge))) {
            return last;
        }
        Failure lately = failure;
        if (lately != null && now.isBefore(lately.until())) {
            throw lately.why();
        }
        return null;
    }

    private Known ask() {
        Known before = known;
        try {
            JdkClientHttpRequestFactory requests = requests();
            ClientRegistration client = discover(requests);
            Instant now = clock.instant();
            Known found = new Known(client, new OpenIdExchange(client, requests, clock), now);
            // Its keys are kept with the exchange: they need not be asked for again.
            Known current =
                    before != null && before.metadata().equals(found.metadata())
                            ? new Known(before.client(), before.exchange(), now)
                            : found;
            known = current;
            failure = null;
            return current;
        } catch (RuntimeException failed) {
            OpenIdRefused why = refused(failed);
            // From now on: not to be answered takes as long as anybody has patience.
            failure = new Failure(why, clock.instant().plus(AWAY_FOR));
            throw why;
        }
    }

    private OpenIdRefused refused(RuntimeException failed) {
        Why why = OpenIdTrouble.isAway(failed) ? Why.AWAY : Why.UNFIT;
        Throwable cause = OpenIdTrouble.away(failed).orElse(failed);
        String said = cause.getClass().getSimpleName() + ": " + OpenIdTrouble.said(cause);
        LOG.warn("The issuer {} cannot be asked: {}", settings.issuer(), said);
        return new OpenIdRefused(why, said, failed);
    }

    private static JdkClientHttpRequestFactory requests() {
        JdkClientHttpRequestFactory factory =
                new JdkClientHttpRequestFactory(
                        HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        factory.setReadTimeout(PATIENCE);
        return factory;
    }

    private ClientRegistration discover(JdkClientHttpRequestFactory requests) {
        String issuer = settings.bareIssuer();
        Map<String, Object> metadata =
                Objects.requireNonNull(
                        RestClient.builder()
                                .requestFactory(requests)
                                .build()
                                .get()
                                .uri(issuer + "/.well-known/openid-configuration")
                                .retrieve()
                                .body(METADATA),
                        "the issuer says nothing about itself");
        String named = String.valueOf(metadata.get("issuer"));
        if (!OpenIdSettings.bare(named).equals(issuer)) {
            throw new IllegalStateException(
                    "wavetrain.openid.issuer is " + settings.issuer() + ", and it says " + named);
        }
        ClientRegistration.Builder client =
                ClientRegistrations.fromOidcConfiguration(metadata)
                        .registrationId(CLIENT)
                        .clientId(Objects.requireNonNull(settings.clientId()))
                        .scope("openid", "profile", "email")
                        .userNameAttributeName(SUB)
                        .redirectUri("{baseUrl}" + OpenIdFlow.CALLBACK);
        if (settings.clientSecret() == null) {
            client.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        } else {
            client.clientSecret(settings.clientSecret());
        }
        return safe(client.build());
    }

    private static ClientRegistration safe(ClientRegistration client) {
        var provider = client.getProviderDetails();
        String people = provider.getUserInfoEndpoint().getUri();
        if (!Stream.of(
                        provider.getAuthorizationUri(),
                        provider.getTokenUri(),
                        provider.getJwkSetUri(),
                        people == null ? provider.getTokenUri() : people)
                .allMatch(address -> OpenIdSettings.isSafe(String.valueOf(address)))) {
            throw new IllegalStateException("the issuer has an address without TLS");
        }
        return client;
    }
}
