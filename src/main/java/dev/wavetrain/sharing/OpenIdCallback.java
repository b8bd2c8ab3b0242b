package dev.wavetrain.sharing;

import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.UserId;
import dev.wavetrain.sharing.openid.OpenIdFlow;
import dev.wavetrain.sharing.openid.OpenIdFlow.Returned;
import dev.wavetrain.sharing.openid.OpenIdPerson;
import dev.wavetrain.sharing.openid.OpenIdPurpose;
import dev.wavetrain.sharing.openid.OpenIdRefused;
import dev.wavetrain.sharing.openid.OpenIdRefused.Why;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Where the issuer sends people back to. Whatever went wrong becomes words on the page they came
 * from, which {@code ?openid=} names.
 */
final class OpenIdCallback extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdCallback.class);
    private static final String ACCOUNT = "/account";

    private final OpenIdFlow flow;
    private final OpenIdAccounts people;
    private final Accounts accounts;
    private final WebSignIn signIn;
    private final SignInAudit audit;
    private final SecurityContextHolderStrategy contexts;

    /** Goes on to the page that was asked for before anybody was signed in. */
    private final AuthenticationSuccessHandler goOn;

    OpenIdCallback(
            OpenIdFlow flow,
            OpenIdAccounts people,
            Accounts accounts,
            WebSignIn signIn,
            SignInAudit audit,
            SecurityContextHolderStrategy contexts,
            AuthenticationSuccessHandler goOn) {
        this.flow = flow;
        this.people = people;
        this.accounts = accounts;
        this.signIn = signIn;
        this.audit = audit;
        this.contexts = contexts;
        this.goOn = goOn;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !flow.isOn()
                || !HttpMethod.GET.matches(request.getMethod())
                || !OpenIdFlow.CALLBACK.equals(request.getServletPath());
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Returned> returned = flow.returned(request, response);
        if (returned.isEmpty()) {
            // Whoever goes back in the browser's history is signed in already.
            leave(request, response, standing().isPresent() ? "/" : from(Why.OLD));
            return;
        }
        OpenIdPurpose purpose = returned.get().purpose();
        try {
            goOn(request, response, returned.get());
        } catch (OpenIdRefused refused) {
            leave(request, response, page(purpose) + "?openid=" + refused.why());
        } catch (NotFound used) {
            // The page of an invitation that opens nothing says so.
            leave(request, response, page(purpose));
        } catch (RuntimeException failed) {
            LOG.warn("Somebody could not sign in by {}", flow.name(), failed);
            leave(request, response, page(purpose) + "?openid=" + Why.FAULT);
        }
    }

    private void goOn(HttpServletRequest request, HttpServletResponse response, Returned returned)
            throws ServletException, IOException {
        String who = "";
        try {
            OpenIdPerson person = returned.person();
            who = person.label();
            switch (returned.purpose()) {
                case OpenIdPurpose.SignIn() ->
                        open(request, response, twice(() -> people.signIn(person)));
                case OpenIdPurpose.Join(String key) ->
                        open(request, response, twice(() -> people.join(key, person)));
                case OpenIdPurpose.Connect connect -> {
                    UserId user = new UserId(connect.account());
                    connect(user, person);
                    leave(request, response, ACCOUNT + "?openid=CONNECTED");
                }
            }
        } catch (OpenIdRefused refused) {
            if (!who.isEmpty() || refused.why() == Why.UNTRUSTED) {
                audit.refusedBy(who, refused.why(), request.getRemoteAddr());
            }
            throw refused;
        }
    }

    /** Whoever went away to connect an account has to be signed in to it still. */
    private void connect(UserId user, OpenIdPerson person) {
        if (standing().filter(who -> who.user().equals(user)).isEmpty()) {
            throw new OpenIdRefused(Why.OLD);
        }
        twice(() -> {
            people.connect(user, person);
            return user;
        });
    }

    /** Of two who want the same name or identity at once, the second finds it taken. */
    private static <T> T twice(Supplier<T> what) {
        try {
            return what.get();
        } catch (DataIntegrityViolationException raced) {
            return what.get();
        }
    }

    private void open(HttpServletRequest request, HttpServletResponse response, SignedIn who)
            throws ServletException, IOException {
        signIn.open(request, response, who);
        audit.passedBy(who);
        Authentication now = contexts.getContext().getAuthentication();
        if (now == null) {
            throw new IllegalStateException("nobody is signed in");
        }
        goOn.onAuthenticationSuccess(request, response, now);
    }

    private Optional<SignedIn> standing() {
        return SignedIn.of(contexts.getContext().getAuthentication()).filter(accounts::stands);
    }

    private static String page(OpenIdPurpose purpose) {
        return switch (purpose) {
            case OpenIdPurpose.SignIn() -> SharingConfiguration.SIGN_IN;
            case OpenIdPurpose.Join(String key) -> "/join/" + key;
            case OpenIdPurpose.Connect connect -> ACCOUNT;
        };
    }

    private static String from(Why why) {
        return SharingConfiguration.SIGN_IN + "?openid=" + why;
    }

    private static void leave(
            HttpServletRequest request, HttpServletResponse response, String where)
            throws IOException {
        response.sendRedirect(request.getContextPath() + where);
    }
}
