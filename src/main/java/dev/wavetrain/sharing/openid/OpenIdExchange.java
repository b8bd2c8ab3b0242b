package dev.wavetrain.sharing.openid;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * Changes the code that somebody brought for who they are: Spring Security's own client, with an
 * end to each wait. It compares signature, issuer, audience, times and nonce.
 */
final class OpenIdExchange {

    static final Duration SKEW = Duration.ofMinutes(1);

    private final ClientRegistration client;
    private final Clock clock;
    private final OidcAuthorizationCodeAuthenticationProvider provider;

    OpenIdExchange(ClientRegistration client, ClientHttpRequestFactory requests, Clock clock) {
        this.client = client;
        this.clock = clock;
        RestTemplate http = new RestTemplate(requests);
        http.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        DefaultOAuth2UserService people = new DefaultOAuth2UserService();
        people.setRestOperations(http);
        OidcUserService users = new OidcUserService();
        users.setOauth2UserService(people);
        provider = new OidcAuthorizationCodeAuthenticationProvider(tokens(requests), users);
        NimbusJwtDecoder decoder = decoder(new RestTemplate(requests));
        provider.setJwtDecoderFactory(any -> decoder);
    }

    /** Throws what Spring Security does; {@link OpenIdTrouble} says what that means. */
    OidcUser person(OAuth2AuthorizationExchange answered) {
        Authentication who =
                Objects.requireNonNull(
                        provider.authenticate(
                                new OAuth2LoginAuthenticationToken(client, answered)));
        return (OidcUser) Objects.requireNonNull(who.getPrincipal());
    }

    private static RestClientAuthorizationCodeTokenResponseClient tokens(
            ClientHttpRequestFactory requests) {
        RestClientAuthorizationCodeTokenResponseClient tokens =
                new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(
                RestClient.builder()
                        .requestFactory(requests)
                        .configureMessageConverters(converters ->
                                converters
                                        .addCustomConverter(new FormHttpMessageConverter())
                                        .addCustomConverter(
                                                new OAuth2AccessTokenResponseHttpMessageConverter()))
                        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                        .build());
        return tokens;
    }

    private NimbusJwtDecoder decoder(RestTemplate http) {
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withJwkSetUri(
                                Objects.requireNonNull(client.getProviderDetails().getJwkSetUri()))
                        .jwsAlgorithms(those -> those.addAll(algorithms()))
                        .restOperations(http)
                        .build();
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(
                        OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        OidcIdTokenValidator ours = new OidcIdTokenValidator(client);
        ours.setClock(clock);
        ours.setClockSkew(SKEW);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(List.of(this::inTime, ours)));
        return decoder;
    }

    /** Those that the issuer signs with; never one that needs no key of its own. */
    private Set<SignatureAlgorithm> algorithms() {
        Set<SignatureAlgorithm> known = new LinkedHashSet<>();
        if (client.getProviderDetails()
                        .getConfigurationMetadata()
                        .get("id_token_signing_alg_values_supported")
                instanceof Collection<?> named) {
            named.forEach(name -> {
                SignatureAlgorithm one = SignatureAlgorithm.from(String.valueOf(name));
                if (one != null) {
                    known.add(one);
                }
            });
        }
        return known.isEmpty() ? Set.of(SignatureAlgorithm.RS256) : known;
    }

    private OAuth2TokenValidatorResult inTime(Jwt token) {
        Instant now = clock.instant();
        Instant end = token.getExpiresAt();
        Instant made = token.getIssuedAt();
        boolean over = end != null && now.minus(SKEW).isAfter(end);
        boolean early = made != null && now.plus(SKEW).isBefore(made);
        return over || early
                ? OAuth2TokenValidatorResult.failure(new OAuth2Error(OpenIdTrouble.OTHER_TIME))
                : OAuth2TokenValidatorResult.success();
    }
}
