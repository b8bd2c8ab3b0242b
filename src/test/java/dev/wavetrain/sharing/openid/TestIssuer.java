package dev.wavetrain.sharing.openid;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/**
 * A real issuer: Spring Authorization Server on a port of its own. Everybody gets in with {@value
 * #PASSWORD}. It says of {@code ada} that she is {@code id-ada} with the verified address {@code
 * ada@example.com}, unless it is told to lie.
 */
public final class TestIssuer implements AutoCloseable {

    public static final String CLIENT = "wavetrain";
    public static final String SECRET = "told-to-nobody";
    public static final String PASSWORD = "password";

    private static final String NAME = "X-Name";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final AnnotationConfigServletWebServerApplicationContext server =
            new AnnotationConfigServletWebServerApplicationContext();
    private final Lies lies = new Lies();
    private final Clients clients = new Clients();

    /**
     * To be started after the product where both are in one process: of its filters some keep
     * Spring Security's holder of who is signed in, others look it up, and the product replaces it.
     */
    public TestIssuer(int port) {
        server.registerBean(Lies.class, () -> lies);
        server.registerBean(Clients.class, () -> clients);
        server.registerBean(TomcatServletWebServerFactory.class, () -> tomcat(port));
        server.register(Server.class);
        server.refresh();
    }

    private static TomcatServletWebServerFactory tomcat(int port) {
        TomcatServletWebServerFactory tomcat = new TomcatServletWebServerFactory(port);
        // Filters answer everything, and need a servlet behind them.
        tomcat.setRegisterDefaultServlet(true);
        return tomcat;
    }

    /** Under another host's name than the tests' servers, as cookies know no ports. */
    public static String address(int port) {
        return "http://127.0.0.1:" + port;
    }

    /** Sends people back to there. */
    public void knows(String callback) {
        clients.callback = callback;
    }

    /** Says something else of the next people, until it is told the truth again. */
    public void says(Consumer<JwtEncodingContext> lie) {
        lies.said.set(lie);
    }

    /** Signs with a key that it has not published, under the name of the one that it has. */
    public void signsWithAnotherKey(boolean lie) {
        lies.otherKey = lie;
    }

    public void tellsTheTruth() {
        says(token -> {});
        signsWithAnotherKey(false);
    }

    /**
     * Signs somebody in who comes with a question of the product's.
     *
     * @return where they are sent with the answer
     */
    public URI answer(String question, String name) throws Exception {
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create(question)).header(NAME, name).build(),
                        BodyHandlers.discarding())
                .headers()
                .firstValue("Location")
                .map(URI::create)
                .orElseThrow();
    }

    @Override
    public void close() {
        server.close();
    }

    private static final class Lies {
        private final AtomicReference<Consumer<JwtEncodingContext>> said =
                new AtomicReference<>(token -> {});
        private volatile boolean otherKey;
    }

    /** The product, wherever it runs. */
    private static final class Clients implements RegisteredClientRepository {

        private volatile String callback = "http://localhost/sign-in/openid";

        @Override
        public void save(RegisteredClient client) {
            // It would keep the secret in another form.
        }

        @Override
        public RegisteredClient findById(String id) {
            return RegisteredClient.withId(id)
                    .clientId(CLIENT)
                    .clientSecret("{noop}" + SECRET)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri(callback)
                    .scope("openid")
                    .scope("profile")
                    .scope("email")
                    .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                    .build();
        }

        @Override
        public RegisteredClient findByClientId(String clientId) {
            return CLIENT.equals(clientId) ? findById("1") : null;
        }
    }

    /** Not found by the product's own search for configurations: it has no annotation of those. */
    @EnableWebSecurity
    static class Server {

        @Bean
        SecurityFilterChain chain(HttpSecurity http) throws Exception {
            return http.oauth2AuthorizationServer(issuer -> issuer.oidc(Customizer.withDefaults()))
                    .oauth2ResourceServer(people -> people.jwt(Customizer.withDefaults()))
                    .authorizeHttpRequests(any -> any.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .addFilterAfter(believing(), SecurityContextHolderFilter.class)
                    .build();
        }

        /** Spares tests the form. */
        private static Filter believing() {
            SecurityContextHolderStrategy contexts =
                    SecurityContextHolder.getContextHolderStrategy();
            return (request, response, chain) -> {
                String name = ((HttpServletRequest) request).getHeader(NAME);
                if (name != null) {
                    contexts.getContext()
                            .setAuthentication(
                                    UsernamePasswordAuthenticationToken.authenticated(
                                            name,
                                            null,
                                            List.of(
                                                    FactorGrantedAuthority.fromAuthority(
                                                            FactorGrantedAuthority
                                                                    .PASSWORD_AUTHORITY))));
                }
                chain.doFilter(request, response);
            };
        }

        @Bean
        UserDetailsService people() {
            return name ->
                    User.withUsername(name).password("{noop}" + PASSWORD).roles("ANY").build();
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        JWKSource<SecurityContext> keys() throws Exception {
            return keys("published");
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return NimbusJwtDecoder.withJwkSource(keys).build();
        }

        @Bean
        JwtEncoder encoder(JWKSource<SecurityContext> keys, Lies lies) throws Exception {
            JwtEncoder honest = new NimbusJwtEncoder(keys);
            JwtEncoder other = new NimbusJwtEncoder(keys("published"));
            return token -> (lies.otherKey ? other : honest).encode(token);
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims(Lies lies) {
            return token -> {
                if (!"id_token".equals(token.getTokenType().getValue())) {
                    return;
                }
                String name = token.getPrincipal().getName();
                token.getClaims()
                        .subject("id-" + name)
                        .claim("preferred_username", name)
                        .claim("email", name + "@example.com")
                        .claim("email_verified", true);
                lies.said.get().accept(token);
            };
        }

        private static JWKSource<SecurityContext> keys(String name) throws Exception {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var pair = generator.generateKeyPair();
            RSAKey key =
                    new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                            .privateKey((RSAPrivateKey) pair.getPrivate())
                            .keyID(name)
                            .build();
            return new ImmutableJWKSet<>(new JWKSet(key));
        }
    }

    /** For looking at pages: serves until it is ended. */
    public static void main(String[] arguments) {
        TestIssuer issuer = new TestIssuer(Integer.parseInt(arguments[0]));
        issuer.knows(arguments[1]);
    }
}
