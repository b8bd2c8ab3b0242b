package dev.wavetrain.sharing;

import dev.wavetrain.common.MemberRole;
import dev.wavetrain.common.ProjectId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;

/** The session of the current request or page: whose it is, and whether it still holds. */
@Component
public class Sessions {

    private final AccessBook book;
    private final Accounts accounts;
    private final WebSignIn signIn;
    private final SecurityContextHolderStrategy contexts;

    Sessions(
            AccessBook book,
            Accounts accounts,
            WebSignIn signIn,
            SecurityContextHolderStrategy contexts) {
        this.book = book;
        this.accounts = accounts;
        this.signIn = signIn;
        this.contexts = contexts;
    }

    /** Who is signed in; empty for nobody. */
    public Optional<SignedIn> current() {
        return SignedIn.of(contexts.getContext().getAuthentication());
    }

    /** Whether a session opened by a sign-in has not been ended since. */
    public boolean stand(SignedIn who) {
        return accounts.stands(who);
    }

    /** The projects of an account, and what it is there. */
    public Map<ProjectId, MemberRole> roles(SignedIn who) {
        return book.now(who.user()).roles();
    }

    /** Signs the visitor in, under a session id that nobody knew before. */
    public void open(HttpServletRequest request, HttpServletResponse response, SignedIn who) {
        signIn.open(request, response, who);
    }
}
