package dev.wavetrain.sharing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Opens a signed-in session for somebody just made known by other means than a password. */
@Component
class WebSignIn {

    private final Accounts accounts;
    private final HttpSessionSecurityContextRepository sessions =
            new HttpSessionSecurityContextRepository();

    WebSignIn(Accounts accounts) {
        this.accounts = accounts;
    }

    void open(HttpServletRequest request, HttpServletResponse response, SignedIn who) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(
                        who, null, accounts.authorities(who.user())));
        SecurityContextHolder.setContext(context);
        if (request.getSession(false) != null) {
            // A session id known before sign-in must not be one that is signed in.
            request.changeSessionId();
        }
        sessions.saveContext(context, request, response);
    }
}
