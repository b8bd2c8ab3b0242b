package dev.wavetrain.sharing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/**
 * Makes the owner on the first visit. Whoever reaches an empty server first would own it, so only a
 * browser on the same machine may.
 */
@Service
public class OwnerSetup {

    /** What to do where set-up is not open to a visitor. */
    public static final String HOW =
            "This server has no owner yet. Open it in a browser on the machine it runs on, or start"
                    + " it with WAVETRAIN_OWNER_NAME and WAVETRAIN_OWNER_PASSWORD set.";

    private static final Pattern LOOPBACK_LITERAL =
            Pattern.compile("127(\\.\\d{1,3}){3}|[0-9a-f:]+");

    private final Accounts accounts;
    private final WebSignIn signIn;

    OwnerSetup(Accounts accounts, WebSignIn signIn) {
        this.accounts = accounts;
        this.signIn = signIn;
    }

    /** Whether the server waits for its owner. */
    public boolean needed() {
        return !accounts.ownerExists();
    }

    /**
     * Whether the request comes from this machine. One that was forwarded does not, whatever its
     * headers say; nor one under another host's name, which a page elsewhere could have pointed
     * here (DNS rebinding).
     */
    public boolean openTo(HttpServletRequest request) {
        return isLoopback(request.getRemoteAddr())
                && Stream.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via")
                        .allMatch(header -> request.getHeader(header) == null)
                && isLoopbackName(request.getServerName());
    }

    /**
     * Makes the owner and signs the visitor in.
     *
     * @throws AccessDeniedException where the request does not come from this machine
     * @throws dev.wavetrain.common.InvalidValue at {@code name} or {@code password}
     * @throws dev.wavetrain.common.Conflict where the server has an owner
     */
    public SignedIn make(
            HttpServletRequest request,
            HttpServletResponse response,
            String name,
            String password) {
        if (!openTo(request)) {
            throw new AccessDeniedException(HOW);
        }
        SignedIn owner = accounts.createOwner(name, password);
        signIn.open(request, response, owner);
        return owner;
    }

    private static boolean isLoopback(String address) {
        // A literal only: a name would be looked up.
        String literal = address.replaceFirst("%.*$", "").toLowerCase(Locale.ROOT);
        return LOOPBACK_LITERAL.matcher(literal).matches()
                && InetAddress.ofLiteral(literal).isLoopbackAddress();
    }

    private static boolean isLoopbackName(String host) {
        String name = host.replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.endsWith(".localhost") || isLoopback(name);
    }
}
