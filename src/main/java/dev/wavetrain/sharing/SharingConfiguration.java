package dev.wavetrain.sharing;

import static org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy.SAME_ORIGIN;

import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import dev.wavetrain.common.BinSettings;
import dev.wavetrain.sharing.openid.OpenIdFlow;
import dev.wavetrain.sharing.openid.OpenIdSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;

/** How people sign in to the pages. Scripts have a chain of their own, which comes first. */
@Configuration
@EnableConfigurationProperties({
    OwnerSettings.class,
    BinSettings.class,
    ArchiveSettings.class,
    OpenIdSettings.class
})
class SharingConfiguration {

    static final String SIGN_IN = "/sign-in";

    /** bcrypt, with the algorithm written before each hash so that it can change. */
    @Bean
    static PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    AuthenticationManager authenticationManager(PasswordSignIn passwords, TokenSignIn tokens) {
        return new ProviderManager(passwords, tokens);
    }

    /**
     * Written before anything is answered: pages are forwarded to Vaadin's servlet, which leaves
     * nobody the time afterwards. How long something may be kept says whoever answers.
     */
    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.referrerPolicy(policy -> policy.policy(SAME_ORIGIN))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .withObjectPostProcessor(
                        new ObjectPostProcessor<HeaderWriterFilter>() {
                            @Override
                            public <F extends HeaderWriterFilter> F postProcess(F filter) {
                                filter.setShouldWriteHeadersEagerly(true);
                                return filter;
                            }
                        });
    }

    /** Back from the issuer one goes on to the page that was asked for, as from the form. */
    @Bean
    @SuppressWarnings("NullAway") // Spring takes null for no such parameter, and does not say so
    OpenIdCallback openIdCallback(
            OpenIdFlow flow,
            OpenIdAccounts people,
            Accounts accounts,
            WebSignIn signIn,
            SignInAudit audit,
            SecurityContextHolderStrategy contexts,
            VaadinDefaultRequestCache asked) {
        VaadinSavedRequestAwareAuthenticationSuccessHandler goOn =
                new VaadinSavedRequestAwareAuthenticationSuccessHandler();
        goOn.setRequestCache(asked);
        // Where to go is never said by the address.
        goOn.setTargetUrlParameter(null);
        goOn.setDefaultTargetUrl("/");
        return new OpenIdCallback(flow, people, accounts, signIn, audit, contexts, goOn);
    }

    /** It belongs to the chain below, not before all chains. */
    @Bean
    FilterRegistrationBean<OpenIdCallback> openIdCallbackInItsPlace(OpenIdCallback callback) {
        FilterRegistrationBean<OpenIdCallback> registration =
                new FilterRegistrationBean<>(callback);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain pages(
            HttpSecurity http,
            AuthenticationManager manager,
            Accounts accounts,
            OpenIdCallback callback,
            SecurityContextHolderStrategy contexts)
            throws Exception {
        return http.authenticationManager(manager)
                .addFilterBefore(
                        new StandingSessions(accounts, contexts), AuthorizationFilter.class)
                .addFilterAfter(callback, StandingSessions.class)
                .addFilterBefore(new SignInForms(), UsernamePasswordAuthenticationFilter.class)
                // Addresses of invitations are secrets: no other site is to learn them.
                .headers(SharingConfiguration::headers)
                .authorizeHttpRequests(
                        pages -> pages.requestMatchers("/styles/**", "/images/**").permitAll())
                // An address that no view has is answered by the page that says so.
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView(SIGN_IN).anyRequest(any -> any.authenticated()))
                .build();
    }
}
