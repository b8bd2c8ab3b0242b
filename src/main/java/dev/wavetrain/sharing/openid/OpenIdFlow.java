package dev.wavetrain.sharing.openid;

import dev.wavetrain.sharing.openid.OpenIdRefused.Why;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.stereotype.Component;

/**
 * The way to the issuer and back. What somebody goes for stays in their session under a random
 * state: only the browser that left can come back, and only once.
 */
@Component
public class OpenIdFlow {

    /** Where the issuer sends people back to. */
    public static final String CALLBACK = "/sign-in/openid";

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdFlow.class);
    private static final String PURPOSE = OpenIdPurpose.class.getName();

    private final OpenIdSettings settings;
    private final OpenIdIssuer issuer;
    private final HttpSessionOAuth2AuthorizationRequestRepository asked =
            new HttpSessionOAuth2AuthorizationRequestRepository();
    private final DefaultOAuth2AuthorizationRequestResolver questions;

    OpenIdFlow(OpenIdSettings settings, OpenIdIssuer issuer) {
        this.settings = settings;
        this.issuer = issuer;
        questions = new DefaultOAuth2AuthorizationRequestResolver(id -> issuer.client());
        questions.setAuthorizationRequestCustomizer(
                OAuth2AuthorizationRequestCustomizers.withPkce());
    }

    /** Whether the settings name an issuer. */
    public boolean isOn() {
        return settings.isOn();
    }

    /** What people know the issuer by. */
    public String name() {
        return settings.shownName();
    }

    /** The issuer as it is kept with accounts. */
    public String issuer() {
        return settings.bareIssuer();
    }

    /** Whether somebody without an account gets one. */
    public boolean admits(OpenIdPerson person) {
        return person.isIn(settings.domains());
    }

    /**
     * Where at the issuer somebody has to go. To be called for a request that was not forged: a
     * page's own.
     *
     * @throws OpenIdRefused where the issuer does not answer, or not as the settings have it
     */
    public String begin(
            HttpServletRequest request, HttpServletResponse response, OpenIdPurpose purpose) {
        OAuth2AuthorizationRequest question =
                OAuth2AuthorizationRequest.from(
                                Objects.requireNonNull(
                                        questions.resolve(request, OpenIdIssuer.CLIENT)))
                        .attributes(more -> more.put(PURPOSE, purpose))
                        .build();
        asked.saveAuthorizationRequest(question, request, response);
        return question.getAuthorizationRequestUri();
    }

    /** What somebody who comes back had gone for, which ends it; empty where they had not. */
    public Optional<Returned> returned(HttpServletRequest request, HttpServletResponse response) {
        @Nullable OAuth2AuthorizationRequest question =
                asked.removeAuthorizationRequest(request, response);
        return question == null
                ? Optional.empty()
                : Optional.of(
                        new Returned(
                                question,
                                request.getParameter("code"),
                                said(request, "error"),
                                said(request, "error_description")));
    }

    /** What anybody could have written into the address. */
    private static String said(HttpServletRequest request, String name) {
        return OpenIdPerson.plain(
                String.valueOf(request.getParameter(name)), OpenIdPerson.LONGEST_LABEL);
    }

    /** Somebody who came back, not yet known. */
    public final class Returned {

        private final OAuth2AuthorizationRequest question;
        private final @Nullable String code;
        private final String error;
        private final String description;

        private Returned(
                OAuth2AuthorizationRequest question,
                @Nullable String code,
                String error,
                String description) {
            this.question = question;
            this.code = code;
            this.error = error;
            this.description = description;
        }

        public OpenIdPurpose purpose() {
            return Objects.requireNonNull(question.getAttribute(PURPOSE));
        }

        /**
         * Asks the issuer who they are.
         *
         * @throws OpenIdRefused where it does not say so, or cannot be believed
         */
        public OpenIdPerson person() {
            if (code == null) {
                Why why = OpenIdTrouble.of(error);
                if (why != Why.DENIED) {
                    LOG.warn("{} let nobody sign in: {}, {}", name(), error, description);
                }
                throw new OpenIdRefused(why);
            }
            OAuth2AuthorizationResponse answer =
                    OAuth2AuthorizationResponse.success(code)
                            .redirectUri(Objects.requireNonNull(question.getRedirectUri()))
                            .state(Objects.requireNonNull(question.getState()))
                            .build();
            OpenIdExchange exchange = issuer.exchange();
            try {
                return OpenIdPerson.of(
                        settings.bareIssuer(),
                        exchange.person(new OAuth2AuthorizationExchange(question, answer)),
                        settings.nameClaim());
            } catch (OpenIdRefused refused) {
                throw refused;
            } catch (RuntimeException failed) {
                Why why = OpenIdTrouble.of(failed);
                String said = OpenIdTrouble.said(failed);
                LOG.warn("Somebody could not sign in by {}: {}", name(), said);
                throw new OpenIdRefused(why, said, failed);
            }
        }
    }
}
