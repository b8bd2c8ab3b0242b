package dev.wavetrain.api;

import dev.wavetrain.sharing.Authority;
import dev.wavetrain.sharing.BearerToken;
import dev.wavetrain.sharing.OwnerSetup;
import dev.wavetrain.sharing.TooManySignIns;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** How scripts sign in: at each request, by password or token, with no session and no cookie. */
@Configuration
class ApiSecurity {

    private static final String[] OPEN = {
        "/actuator/health",
        "/actuator/health/liveness",
        "/actuator/health/readiness",
        "/v3/**",
        // The key in the address lets in.
        "/api/v1/shared/*",
        "/api/v1/shared/*/metrics"
    };

    private final ProblemWriter problems;
    private final OwnerSetup setup;

    ApiSecurity(ProblemWriter problems, OwnerSetup setup) {
        this.problems = problems;
        this.setup = setup;
    }

    @Bean
    @Order(1)
    SecurityFilterChain scripts(
            HttpSecurity http,
            AuthenticationManager manager,
            SecurityContextHolderStrategy contexts)
            throws Exception {
        return http.securityMatcher(
                        "/api", "/api/**", "/actuator", "/actuator/**", "/v3/**", "/error")
                .authenticationManager(manager)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Nothing rides on a cookie here, so there is nothing to forge.
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .httpBasic(basic -> basic.authenticationEntryPoint(signInFirst()))
                .addFilterBefore(bearer(manager, contexts), BasicAuthenticationFilter.class)
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(signInFirst())
                                .accessDeniedHandler(denied()))
                .authorizeHttpRequests(ApiSecurity::rules)
                .build();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(OPEN)
                .permitAll()
                .requestMatchers("/actuator/**")
                .hasAnyAuthority(Authority.OWNER.name(), Authority.TOKEN.name())
                .requestMatchers("/api/v1/backups")
                .hasAuthority(Authority.OWNER.name())
                .anyRequest()
                .authenticated();
    }

    private AuthenticationFilter bearer(
            AuthenticationManager manager, SecurityContextHolderStrategy contexts) {
        AuthenticationFilter filter = new AuthenticationFilter(manager, BearerToken.converter());
        // Vaadin brings its own: a filter made by hand would fill another one.
        filter.setSecurityContextHolderStrategy(contexts);
        filter.setSuccessHandler((request, response, who) -> {});
        filter.setFailureHandler(
                (request, response, failure) -> signInFirst().commence(request, response, failure));
        return filter;
    }

    private AuthenticationEntryPoint signInFirst() {
        return (request, response, failure) -> {
            if (failure instanceof TooManySignIns many) {
                response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(many.waitSeconds()));
                problems.write(
                        response, HttpStatus.TOO_MANY_REQUESTS, String.valueOf(many.getMessage()));
                return;
            }
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Wavetrain\"");
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            problems.write(response, HttpStatus.UNAUTHORIZED, how(failure));
        };
    }

    private String how(AuthenticationException failure) {
        if (setup.needed()) {
            return OwnerSetup.HOW;
        }
        boolean tried = failure instanceof BadCredentialsException;
        return tried
                ? "Wrong name, password or token."
                : "Sign in with Basic authentication or a Bearer token.";
    }

    private AccessDeniedHandler denied() {
        return (request, response, failure) ->
                problems.write(
                        response, HttpStatus.FORBIDDEN, "You may see this but not change it.");
    }

    /** Addresses that try to slip past the rules above: doubled slashes, encoded dots and such. */
    @Bean
    RequestRejectedHandler rejected() {
        return (request, response, failure) -> {
            if (ProblemWriter.isForScripts(request.getRequestURI())) {
                badAddress(response);
            } else {
                response.sendError(HttpStatus.BAD_REQUEST.value());
            }
        };
    }

    private void badAddress(HttpServletResponse response) throws IOException {
        problems.write(response, HttpStatus.BAD_REQUEST, "The address is malformed.");
    }
}
