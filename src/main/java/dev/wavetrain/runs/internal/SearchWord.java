package dev.wavetrain.runs.internal;

import dev.wavetrain.runs.RunState;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * One word of a search.
 *
 * @param field the field before the colon; empty for any
 * @param text in lower case
 * @param excluded whether it must not occur
 */
record SearchWord(String field, String text, boolean excluded) {

    private static final List<String> FIELDS =
            List.of("state", "tag", "owner", "experiment", "group");
    private static final char ESCAPE = '!';

    static SearchWord parse(String word) {
        boolean excluded = word.startsWith("-") && word.length() > 1;
        String rest = (excluded ? word.substring(1) : word).toLowerCase(Locale.ROOT);
        int colon = rest.indexOf(':');
        String field = colon < 0 ? "" : rest.substring(0, colon);
        return FIELDS.contains(field)
                ? new SearchWord(field, rest.substring(colon + 1), excluded)
                : new SearchWord("", rest, excluded);
    }

    Predicate condition(CriteriaBuilder builder, Root<RunEntity> run) {
        Predicate found =
                switch (field) {
                    case "state" -> run.get("state").in(states(text));
                    case "tag" -> contains(builder, run.get("tags"), "\n" + text + "\n");
                    case "owner" -> contains(builder, run.get("origin").get("ownerName"), text);
                    case "experiment", "group" -> origin(builder, run);
                    default -> anywhere(builder, run);
                };
        return excluded ? builder.not(found) : found;
    }

    private Predicate anywhere(CriteriaBuilder builder, Root<RunEntity> run) {
        return builder.or(
                contains(builder, run.get("name"), text),
                contains(builder, run.get("tags"), text),
                contains(builder, run.get("notes"), text),
                contains(builder, run.get("origin").get("ownerName"), text),
                run.get("state").in(states(text)));
    }

    private Predicate origin(CriteriaBuilder builder, Root<RunEntity> run) {
        try {
            return builder.equal(run.get("origin").get(field), UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return builder.disjunction();
        }
    }

    private static Predicate contains(
            CriteriaBuilder builder, Expression<String> column, String text) {
        String literal = text.replaceAll("([!%_])", ESCAPE + "$1");
        return builder.like(builder.lower(column), "%" + literal + "%", ESCAPE);
    }

    private static List<RunState> states(String text) {
        return Arrays.stream(RunState.values())
                .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(text))
                .toList();
    }
}
