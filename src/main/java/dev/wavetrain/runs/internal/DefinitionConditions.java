package dev.wavetrain.runs.internal;

import dev.wavetrain.runs.filter.Filter;
import dev.wavetrain.runs.filter.FilterField;
import dev.wavetrain.runs.filter.Operator;
import jakarta.persistence.criteria.CommonAbstractCriteria;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Filters that ask for nothing but settings. Many runs share a definition: so a database first
 * finds the definitions that fit, however much is asked of them, and then looks only whether a
 * run's is among these.
 */
final class DefinitionConditions {

    /** Each definition has it once. */
    private static final String ALWAYS = "network";

    private final CriteriaBuilder builder;
    private final CommonAbstractCriteria query;
    private final Path<UUID> settings;

    /**
     * @param settings the key that a row of the query has
     */
    DefinitionConditions(
            CriteriaBuilder builder, CommonAbstractCriteria query, Path<UUID> settings) {
        this.builder = builder;
        this.query = query;
        this.settings = settings;
    }

    static boolean fits(Filter filter) {
        return switch (filter) {
            case Filter.All(List<Filter> parts) -> !parts.isEmpty() && all(parts);
            case Filter.Any(List<Filter> parts) -> all(parts);
            case Filter.Not(Filter part) -> fits(part);
            case Filter.Number(FilterField field, _, _) -> field.isSetting();
            case Filter.OneOf(FilterField field, _) -> field.isSetting();
            case Filter.Contains(FilterField field, _) -> field.isSetting();
            case Filter.Empty(FilterField field) -> field.isSetting();
            case Filter.Word _, Filter.Occurs _, Filter.Moment _, Filter.Flag _ -> false;
        };
    }

    private static boolean all(List<Filter> parts) {
        return parts.stream().allMatch(DefinitionConditions::fits);
    }

    /**
     * A condition on runs, true or false even where a run's settings are not there yet.
     *
     * @param filter that {@link #fits}
     */
    Predicate of(Filter filter) {
        Subquery<UUID> found = query.subquery(UUID.class);
        Path<SettingEntity.Key> key = found.from(SettingEntity.class).get("key");
        Path<UUID> definition = key.get("settings");
        found.select(definition)
                .where(
                        builder.equal(key.get("path"), ALWAYS),
                        new DefinitionConditions(builder, found, definition).each(filter));
        return withoutAny(filter)
                ? builder.or(builder.isNull(settings), settings.in(found))
                : builder.and(builder.isNotNull(settings), settings.in(found));
    }

    /** Whether it holds where there is no setting at all. */
    private static boolean withoutAny(Filter filter) {
        return switch (filter) {
            case Filter.All(List<Filter> parts) ->
                    parts.stream().allMatch(DefinitionConditions::withoutAny);
            case Filter.Any(List<Filter> parts) ->
                    parts.stream().anyMatch(DefinitionConditions::withoutAny);
            case Filter.Not(Filter part) -> !withoutAny(part);
            case Filter.Empty _ -> true;
            default -> false;
        };
    }

    private Predicate each(Filter filter) {
        return switch (filter) {
            case Filter.All(List<Filter> parts) -> builder.and(each(parts));
            case Filter.Any(List<Filter> parts) -> builder.or(each(parts));
            case Filter.Not(Filter part) -> builder.not(each(part));
            case Filter.Number(FilterField field, Operator operator, double value) ->
                    has(field, row -> Compared.by(builder, row.get("number"), operator, value));
            case Filter.OneOf(FilterField field, List<String> values) ->
                    has(
                            field,
                            row -> row.get("text").in(values.stream().map(Setting::low).toList()));
            case Filter.Contains(FilterField field, String part) ->
                    has(
                            field,
                            row ->
                                    builder.greaterThan(
                                            builder.locate(row.get("text"), Setting.low(part)), 0));
            case Filter.Empty(FilterField field) ->
                    builder.not(has(field, _ -> builder.conjunction()));
            default -> throw new IllegalArgumentException(filter + " asks for more than settings");
        };
    }

    private Predicate[] each(List<Filter> parts) {
        return parts.stream().map(this::each).toArray(Predicate[]::new);
    }

    private Predicate has(FilterField field, Function<Root<SettingEntity>, Predicate> condition) {
        Subquery<Integer> rows = query.subquery(Integer.class);
        Root<SettingEntity> row = rows.from(SettingEntity.class);
        Path<SettingEntity.Key> key = row.get("key");
        rows.select(builder.literal(1))
                .where(
                        builder.equal(key.get("settings"), settings),
                        builder.equal(key.get("path"), field.name()),
                        condition.apply(row));
        return builder.exists(rows);
    }
}
