package dev.wavetrain.api;

import dev.wavetrain.common.DatabaseTrouble;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers in words where the database fails outside any controller: while signing in. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class DatabaseTroubleFilter extends OncePerRequestFilter {

    static final String TRY_AFTER_SECONDS = "5";

    private final ProblemWriter problems;

    DatabaseTroubleFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failed) {
            Optional<DatabaseTrouble> trouble = DatabaseTrouble.of(failed);
            if (trouble.isEmpty() || response.isCommitted()) {
                throw failed;
            }
            logger.warn("A request met a database in trouble", failed);
            response.resetBuffer();
            response.setHeader(HttpHeaders.RETRY_AFTER, TRY_AFTER_SECONDS);
            answer(request, response, trouble.get().words());
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, String words)
            throws IOException {
        if (ProblemWriter.isForScripts(request.getRequestURI())) {
            problems.write(response, HttpStatus.SERVICE_UNAVAILABLE, words);
            return;
        }
        response.setHeader("Refresh", TRY_AFTER_SECONDS);
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setContentType(MediaType.TEXT_PLAIN_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write("503: " + words + "\n");
    }
}
