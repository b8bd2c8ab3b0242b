package dev.wavetrain.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems where no controller was reached: sign-in, limits, the container's refusals. */
@Component
class ProblemWriter {

    private final JsonMapper mapper;

    ProblemWriter(JsonMapper mapper) {
        this.mapper = mapper;
    }

    void write(HttpServletResponse response, HttpStatusCode status, String detail)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        byte[] body = mapper.writeValueAsBytes(Problem.of(status, detail));
        response.resetBuffer();
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    /** Whether a path is one for scripts, so that a refusal is a problem rather than a page. */
    static boolean isForScripts(String path) {
        return path.startsWith("/api/")
                || path.equals("/api")
                || path.startsWith("/actuator")
                || path.startsWith("/v3/");
    }

    /** What to say of a status that came without words. */
    static String words(int status, HttpServletRequest request) {
        HttpStatus known = HttpStatus.resolve(status);
        return switch (known) {
            case BAD_REQUEST -> "The request could not be understood.";
            case NOT_FOUND -> "There is nothing at this address.";
            case CONTENT_TOO_LARGE -> BodyLimit.TOO_LARGE;
            case METHOD_NOT_ALLOWED ->
                    "The method " + request.getMethod() + " is not supported here.";
            case INTERNAL_SERVER_ERROR -> "Something went wrong in the server; its log says what.";
            case null -> "The request was refused.";
            default -> known.getReasonPhrase() + ".";
        };
    }
}
