package dev.wavetrain.runs.internal;

import dev.wavetrain.runs.RunState;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;

/**
 * One word of a search.
 *
 * @param field the field before the colon; empty for any
 * @param text as it was written: the database itself makes lower case of it, as of what it is
 *     looked for in
 * @param excluded whether it must not occur
 */
record SearchWord(String field, String text, boolean excluded) {

    private static final List<String> FIELDS =
            List.of("state", "tag", "owner", "experiment", "group");

    static SearchWord parse(String word) {
        boolean excluded = word.startsWith("-") && word.length() > 1;
        String rest = excluded ? word.substring(1) : word;
        int colon = rest.indexOf(':');
        String field = colon < 0 ? "" : rest.substring(0, colon).toLowerCase(Locale.ROOT);
        return FIELDS.contains(field)
                ? new SearchWord(field, rest.substring(colon + 1), excluded)
                : new SearchWord("", rest, excluded);
    }

    static SearchWord anywhere(String text) {
        return new SearchWord("", text, false);
    }

    Predicate condition(CriteriaBuilder builder, CriteriaQuery<?> query, Root<RunEntity> run) {
        Predicate found =
                switch (field) {
                    case "state" -> run.get("state").in(states(List.of(text)));
                    case "tag" -> contains(builder, run.get("tags"), "\n" + text + "\n");
                    case "owner" -> contains(builder, run.get("origin").get("ownerName"), text);
                    case "experiment", "group" -> origin(builder, run);
                    default -> anywhere(builder, query, run);
                };
        return excluded ? builder.not(found) : found;
    }

    private Predicate anywhere(
            CriteriaBuilder builder, CriteriaQuery<?> query, Root<RunEntity> run) {
        List<Predicate> any = new ArrayList<>();
        any.add(has(builder, run.get("words"), text));
        any.add(
                builder.and(
                        builder.isTrue(run.get("noted")),
                        noted(builder, query, run, notes -> contains(builder, notes, text))));
        states(List.of(text)).forEach(state -> any.add(builder.equal(run.get("state"), state)));
        return builder.or(any.toArray(Predicate[]::new));
    }

    /** Never unknown, even where a run is in no group. */
    private Predicate origin(CriteriaBuilder builder, Root<RunEntity> run) {
        try {
            Expression<UUID> column = run.get("origin").get(field);
            return builder.and(
                    builder.isNotNull(column), builder.equal(column, UUID.fromString(text)));
        } catch (IllegalArgumentException noId) {
            return never(builder, run);
        }
    }

    /** Fulfilled by no run; and, unlike an empty "or", by all where it is negated. */
    static Predicate never(CriteriaBuilder builder, Root<RunEntity> run) {
        return builder.isNull(run.get("id"));
    }

    /** Few runs have notes, and notes are long: those that have are looked through apart. */
    static Predicate noted(
            CriteriaBuilder builder,
            CriteriaQuery<?> query,
            Root<RunEntity> run,
            Function<Expression<String>, Predicate> condition) {
        Subquery<UUID> found = query.subquery(UUID.class);
        Root<RunEntity> noted = found.from(RunEntity.class);
        Expression<String> notes = noted.get("notes");
        found.select(noted.get("id"))
                .where(builder.isTrue(noted.get("noted")), condition.apply(notes));
        return run.get("id").in(found);
    }

    static Predicate contains(CriteriaBuilder builder, Expression<String> column, String text) {
        return has(builder, builder.lower(column), text);
    }

    /** The same of what the database keeps in lower case. */
    private static Predicate has(CriteriaBuilder builder, Expression<String> low, String text) {
        return builder.greaterThan(builder.locate(low, low(builder, text)), 0);
    }

    /** In the database's lower case, which need not be Java's. */
    static Expression<String> low(CriteriaBuilder builder, String text) {
        return builder.lower(((HibernateCriteriaBuilder) builder).value(text));
    }

    /** Those that are called so. */
    static List<RunState> states(Collection<String> names) {
        return Arrays.stream(RunState.values())
                .filter(state -> names.stream().anyMatch(state.name()::equalsIgnoreCase))
                .toList();
    }
}
