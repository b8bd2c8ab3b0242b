package dev.wavetrain.runs.internal;

import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.UserId;
import dev.wavetrain.runs.filter.Filter;
import dev.wavetrain.runs.filter.FilterField;
import dev.wavetrain.runs.filter.Operator;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Filters as conditions of a query. Every value becomes a parameter of it. A condition is true or
 * false, never unknown: so what a filter does not want is exactly what it would not find.
 */
final class FilterConditions {

    /**
     * Who asks, and for runs of which projects.
     *
     * @param named finds what is called by its name
     */
    record Asked(UserId user, Collection<ProjectId> projects, Named named) {}

    private final CriteriaBuilder builder;
    private final CriteriaQuery<?> query;
    private final Root<RunEntity> run;
    private final RunColumns columns;
    private final DefinitionConditions definitions;
    private final Asked asked;

    FilterConditions(
            CriteriaBuilder builder, CriteriaQuery<?> query, Root<RunEntity> run, Asked asked) {
        this.builder = builder;
        this.query = query;
        this.run = run;
        this.columns = new RunColumns(builder, run);
        this.definitions =
                new DefinitionConditions(builder, query, run.get("origin").get("settings"));
        this.asked = asked;
    }

    Predicate of(Filter filter) {
        if (DefinitionConditions.fits(filter)) {
            return definitions.of(filter);
        }
        return switch (filter) {
            case Filter.All(List<Filter> parts) -> builder.and(each(parts, Filter.All::new));
            case Filter.Any(List<Filter> parts) -> builder.or(each(parts, Filter.Any::new));
            case Filter.Not(Filter.Not(Filter part)) -> of(part);
            case Filter.Not(Filter part) -> builder.not(of(part));
            case Filter.Word(String text) -> SearchWord.parse(text).condition(builder, query, run);
            case Filter.Occurs(String text) ->
                    SearchWord.anywhere(text).condition(builder, query, run);
            case Filter.Number(FilterField field, Operator operator, double value) ->
                    known(columns.number(field.name()), operator, value);
            case Filter.Moment(FilterField field, Operator operator, var value) ->
                    known(columns.time(field.name()), operator, value);
            case Filter.OneOf(FilterField field, List<String> values) -> oneOf(field, values);
            case Filter.Contains(FilterField field, String part) -> contains(field, part);
            case Filter.Flag _ -> favourite();
            case Filter.Empty(FilterField field) -> empty(field);
        };
    }

    /** What asks for settings alone is asked together. */
    private Predicate[] each(List<Filter> parts, Function<List<Filter>, Filter> together) {
        Map<Boolean, List<Filter>> split =
                parts.stream().collect(Collectors.partitioningBy(DefinitionConditions::fits));
        List<Filter> all = new ArrayList<>(split.get(false));
        List<Filter> settings = split.get(true);
        if (!settings.isEmpty()) {
            all.add(together.apply(settings));
        }
        return all.stream().map(this::of).toArray(Predicate[]::new);
    }

    private <T extends Comparable<? super T>> Predicate known(
            Expression<T> column, Operator operator, T value) {
        return builder.and(
                builder.isNotNull(column), Compared.by(builder, column, operator, value));
    }

    private Predicate oneOf(FilterField field, List<String> values) {
        return switch (field.name()) {
            case "state" -> run.get("state").in(SearchWord.states(values));
            case "tag" -> any(values, value -> like(run.get("tags"), "\n" + value + "\n"));
            case "notes" -> noted(text -> isOne(text, values));
            case "experiment", "group" ->
                    in(field, asked.named().called(field.name(), asked.projects(), values));
            default -> {
                Expression<String> text = columns.text(field.name());
                yield builder.and(builder.isNotNull(text), isOne(text, values));
            }
        };
    }

    private Predicate isOne(Expression<String> column, List<String> values) {
        return any(
                values,
                value -> builder.equal(builder.lower(column), SearchWord.low(builder, value)));
    }

    private Predicate contains(FilterField field, String part) {
        return switch (field.name()) {
            case "tag" -> like(run.get("tags"), part);
            case "notes" -> noted(text -> like(text, part));
            case "experiment", "group" ->
                    in(field, asked.named().like(field.name(), asked.projects(), part));
            default -> {
                Expression<String> text = columns.text(field.name());
                yield builder.and(builder.isNotNull(text), like(text, part));
            }
        };
    }

    private Predicate empty(FilterField field) {
        return switch (field.kind()) {
            case NUMBER, DURATION -> builder.isNull(columns.number(field.name()));
            case TIME -> builder.isNull(columns.time(field.name()));
            case TAG -> builder.equal(run.get("tags"), "");
            case NAMED -> builder.isNull(run.get("origin").get(field.name()));
            case FLAG -> builder.not(favourite());
            case TEXT, WORD, PART ->
                    field.name().equals("notes")
                            ? builder.isFalse(run.get("noted"))
                            : field.name().equals("state")
                                    ? SearchWord.never(builder, run)
                                    : builder.isNull(columns.text(field.name()));
        };
    }

    private Predicate in(FilterField field, List<UUID> ids) {
        Path<UUID> column = run.get("origin").get(field.name());
        return ids.isEmpty()
                ? SearchWord.never(builder, run)
                : builder.and(builder.isNotNull(column), column.in(ids));
    }

    private Predicate any(List<String> values, Function<String, Predicate> condition) {
        return builder.or(values.stream().map(condition).toArray(Predicate[]::new));
    }

    private Predicate like(Expression<String> column, String part) {
        return SearchWord.contains(builder, column, part);
    }

    private Predicate noted(Function<Expression<String>, Predicate> condition) {
        return SearchWord.noted(builder, query, run, condition);
    }

    private Predicate favourite() {
        Subquery<UUID> starred = query.subquery(UUID.class);
        Path<FavouriteEntity.Key> key = starred.from(FavouriteEntity.class).get("key");
        starred.select(key.get("run"))
                .where(builder.equal(key.get("account"), asked.user().value()));
        return run.get("id").in(starred);
    }
}
