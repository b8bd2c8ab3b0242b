package dev.wavetrain.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.wavetrain.common.FieldError;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * A refusal as RFC 9457 has it.
 *
 * @param errors every field that is wrong; left out where none is
 */
@Schema(description = "Why a request was refused (RFC 9457).")
record Problem(
        @Schema(example = "about:blank", description = "The title says it all.") String type,
        @Schema(example = "Bad Request") String title,
        @Schema(example = "400") int status,
        @Schema(example = "The request is not valid.") String detail,
        @Schema(description = "Every field that is wrong.")
                @JsonInclude(JsonInclude.Include.NON_EMPTY)
                List<Wrong> errors) {

    /** One field that is wrong and what would be right. */
    @Schema(name = "FieldError")
    record Wrong(
            @Schema(
                            example = "training.batchSize",
                            description = "Path of the field; a definition's from its own root.")
                    String field,
            @Schema(example = "must be at least 1") String message,
            @Schema(
                            example = "12",
                            description =
                                    "Of a syntax error: at which of the text's characters, from 1.")
                    @JsonInclude(JsonInclude.Include.NON_NULL)
                    @Nullable Integer position) {

        static Wrong of(FieldError error) {
            return new Wrong(error.field(), error.message(), error.position());
        }
    }

    Problem {
        errors = List.copyOf(errors);
    }

    static Problem of(HttpStatusCode status, String detail) {
        HttpStatus known = HttpStatus.resolve(status.value());
        String title = known == null ? "Status " + status.value() : known.getReasonPhrase();
        return new Problem("about:blank", title, status.value(), detail, List.of());
    }

    /** A field that is refused for a reason of its own. */
    static Problem of(String field, String message) {
        Problem bad = of(HttpStatus.BAD_REQUEST, message);
        return new Problem(
                bad.type,
                bad.title,
                bad.status,
                bad.detail,
                List.of(new Wrong(field, message, null)));
    }

    static Problem of(List<FieldError> errors) {
        Problem bad = of(HttpStatus.BAD_REQUEST, "The request is not valid.");
        return new Problem(
                bad.type,
                bad.title,
                bad.status,
                bad.detail,
                errors.stream().map(Wrong::of).toList());
    }
}
