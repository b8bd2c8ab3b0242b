package dev.wavetrain.runs.internal;

import dev.wavetrain.runs.filter.Operator;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;

/** Operators of filters as conditions of a query. */
final class Compared {

    private Compared() {}

    /**
     * @param operator none that is written in another way by {@link dev.wavetrain.runs.filter}
     */
    static <T extends Comparable<? super T>> Predicate by(
            CriteriaBuilder builder, Expression<T> column, Operator operator, T value) {
        return switch (operator) {
            case EQUAL -> builder.equal(column, value);
            case LESS -> builder.lessThan(column, value);
            case AT_MOST -> builder.lessThanOrEqualTo(column, value);
            case GREATER -> builder.greaterThan(column, value);
            case AT_LEAST -> builder.greaterThanOrEqualTo(column, value);
            case UNEQUAL, CONTAINS -> throw new IllegalArgumentException(operator.sign());
        };
    }
}
