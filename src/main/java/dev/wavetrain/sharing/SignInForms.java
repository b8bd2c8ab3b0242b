package dev.wavetrain.sharing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.DeferredCsrfToken;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A sign-in form comes from our page, whose token it carries: another site's could sign a visitor
 * in as somebody else. Spring Security's own filter looks at all forms but this one, which Vaadin
 * takes out. A page that is older than its session asks for the password again.
 */
final class SignInForms extends OncePerRequestFilter {

    private final CsrfTokenRequestHandler handler = new XorCsrfTokenRequestAttributeHandler();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod())
                || !SharingConfiguration.SIGN_IN.equals(request.getServletPath());
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getAttribute(DeferredCsrfToken.class.getName())
                        instanceof DeferredCsrfToken known
                && isOurs(request, known.get())) {
            chain.doFilter(request, response);
        } else {
            response.sendRedirect(request.getContextPath() + SharingConfiguration.SIGN_IN + "?old");
        }
    }

    private boolean isOurs(HttpServletRequest request, CsrfToken known) {
        @Nullable String sent = handler.resolveCsrfTokenValue(request, known);
        return sent != null && MessageDigest.isEqual(bytes(sent), bytes(known.getToken()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
