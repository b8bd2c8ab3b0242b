package dev.wavetrain.api;

import dev.wavetrain.common.Busy;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.DatabaseTrouble;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.Forbidden;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.Rule;
import dev.wavetrain.data.BadTable;
import dev.wavetrain.exchange.BadModelFile;
import dev.wavetrain.sharing.BadArchive;
import java.util.List;
import java.util.Optional;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/** Every exception of a REST call as a problem. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Problem> invalid(InvalidValue e) {
        return answer(Problem.of(e.errors()), HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(NotFound e) {
        return answer(HttpStatus.NOT_FOUND, "There is " + e.getMessage() + ".");
    }

    @ExceptionHandler
    ResponseEntity<Problem> forbidden(Forbidden e) {
        return answer(HttpStatus.FORBIDDEN, String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> conflict(Conflict e) {
        return answer(HttpStatus.CONFLICT, String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(BadArchive e) {
        boolean large = e.reason() == BadArchive.Reason.UPLOAD_TOO_LARGE;
        return answer(
                large ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST,
                String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(BadTable e) {
        String why = String.valueOf(e.getMessage());
        return e.reason() == BadTable.Reason.TOO_LARGE
                ? answer(HttpStatus.CONTENT_TOO_LARGE, why)
                : answer(Problem.of("file", why), HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(BadModelFile e) {
        String why = String.valueOf(e.getMessage());
        return e.reason() == BadModelFile.Reason.TOO_LARGE
                ? answer(HttpStatus.CONTENT_TOO_LARGE, why)
                : answer(Problem.of("file", why), HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Problem> busy(Busy e) {
        return later(String.valueOf(e.getMessage()), String.valueOf(e.retryAfter().toSeconds()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> collided(ConcurrencyFailureException e) {
        return answer(HttpStatus.CONFLICT, "Somebody changed this at the same moment: try again.");
    }

    /** A query that cannot be decoded: Tomcat reads it only where somebody asks for a parameter. */
    @ExceptionHandler
    ResponseEntity<Problem> unreadable(InvalidParameterException e) {
        return answer(HttpStatus.BAD_REQUEST, "The address is malformed.");
    }

    /** Whoever sent a file hung up: nobody is there to be told. */
    @ExceptionHandler
    void gone(ClientAbortException e) {
        LOG.debug("A sender hung up", e);
    }

    private static ResponseEntity<Problem> later(String why, String seconds) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, seconds);
        return answer(Problem.of(HttpStatus.SERVICE_UNAVAILABLE, why), headers);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unexpected(Exception e) throws Exception {
        if (e instanceof AuthenticationException || e instanceof AccessDeniedException) {
            throw e; // Spring Security answers these.
        }
        LOG.error("A REST call failed", e);
        Optional<DatabaseTrouble> trouble = DatabaseTrouble.of(e);
        if (trouble.isPresent()) {
            return later(trouble.get().words(), DatabaseTroubleFilter.TRY_AFTER_SECONDS);
        }
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something went wrong in the server; its log says what.");
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidValue invalid) {
                return object(Problem.of(invalid.errors()), headers);
            }
        }
        String detail =
                e.getCause() instanceof JacksonException json
                        ? "The body is not valid JSON: " + json.getOriginalMessage()
                        : "A JSON body is required.";
        return object(Problem.of(HttpStatus.BAD_REQUEST, detail), headers);
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        String field = String.valueOf(e.getPropertyName());
        return object(
                Problem.of(List.of(new FieldError(field, Rule.WRONG_TYPE, "of another type"))),
                headers);
    }

    /** All that Spring refuses by itself: methods, media types, unknown addresses. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        ResponseEntity<Object> standard =
                super.handleExceptionInternal(e, body, headers, status, request);
        if (standard == null) {
            return null; // The caller has gone.
        }
        String detail =
                standard.getBody() instanceof ProblemDetail known && known.getDetail() != null
                        ? known.getDetail()
                        : "The request was refused.";
        return object(Problem.of(status, detail), headers);
    }

    private static ResponseEntity<Problem> answer(HttpStatus status, String detail) {
        return answer(Problem.of(status, detail), HttpHeaders.EMPTY);
    }

    private static ResponseEntity<Problem> answer(Problem problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ResponseEntity<Object> object(Problem problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
