package dev.wavetrain.runs;

import dev.wavetrain.experiments.Definition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which differences between two groups are larger than what the seed alone does. Why it is tested
 * so: {@code src/docs/decisions/0008-seed-groups.md}.
 *
 * @param sameTask whether both learned the same data with the same loss; if not, their losses are
 *     different things, whatever the test says
 * @param contrasts the metrics that both have
 */
public record GroupComparison(
        GroupDetails first, GroupDetails second, boolean sameTask, List<GroupContrast> contrasts) {

    /** What p has to stay below. */
    public static final double SIGNIFICANCE = 0.05;

    /** Below so many results on a side nothing is said. */
    public static final int LEAST_SEEDS = 3;

    public GroupComparison {
        contrasts = List.copyOf(contrasts);
    }

    public static GroupComparison of(RunGroup first, RunGroup second) {
        List<Pair> pairs =
                Stream.of(GroupMetric.values())
                        .filter(metric ->
                                metric.key(first.validates())
                                        .equals(metric.key(second.validates())))
                        .map(metric -> Pair.of(metric, first, second))
                        .toList();
        return new GroupComparison(
                first.details(), second.details(), sameTask(first, second), judged(pairs));
    }

    /** Holm's step-down correction: S. Holm, Scandinavian Journal of Statistics 6 (1979). */
    private static List<GroupContrast> judged(List<Pair> pairs) {
        List<Pair> tested =
                pairs.stream()
                        .filter(pair -> pair.test() != null && pair.differs())
                        .sorted(Comparator.comparingDouble(Pair::p))
                        .toList();
        double[] adjusted = new double[tested.size()];
        double floor = 0;
        for (int i = 0; i < adjusted.length; i++) {
            floor = Math.max(floor, Math.min(1, (adjusted.length - i) * tested.get(i).p()));
            adjusted[i] = floor;
        }
        List<GroupContrast> contrasts = new ArrayList<>();
        for (Pair pair : pairs) {
            int at = tested.indexOf(pair);
            contrasts.add(pair.contrast(at < 0 ? 1 : adjusted[at], tested.size()));
        }
        return contrasts;
    }

    private static boolean sameTask(RunGroup first, RunGroup second) {
        Optional<Definition> one = definition(first);
        Optional<Definition> other = definition(second);
        return one.isPresent() && other.isPresent() && one.get().sameTask(other.get());
    }

    private static Optional<Definition> definition(RunGroup group) {
        return group.runs().stream().findFirst().map(RunDetails::definition);
    }

    /** The values of one metric, and what the ranks say where there are enough of them. */
    private record Pair(
            GroupMetric metric,
            String key,
            double[] first,
            double[] second,
            @Nullable RankTest test) {

        static Pair of(GroupMetric metric, RunGroup one, RunGroup other) {
            double[] first = one.values(metric);
            double[] second = other.values(metric);
            boolean enough = Math.min(first.length, second.length) >= LEAST_SEEDS;
            return new Pair(
                    metric,
                    metric.key(one.validates()),
                    first,
                    second,
                    enough ? RankTest.of(first, second) : null);
        }

        double p() {
            return test == null ? 1 : test.p();
        }

        /** Where all values are one, as the epochs often are, there is nothing to test. */
        boolean differs() {
            return DoubleStream.concat(DoubleStream.of(first), DoubleStream.of(second))
                            .distinct()
                            .count()
                    > 1;
        }

        GroupContrast contrast(double adjusted, int tests) {
            return new GroupContrast(
                    metric,
                    key,
                    spread(first),
                    spread(second),
                    test == null ? null : test.u(),
                    test == null ? null : test.p(),
                    test == null ? null : adjusted,
                    test != null && test.exact(),
                    verdict(adjusted, tests));
        }

        private GroupContrast.Verdict verdict(double adjusted, int tests) {
            // With so few seeds even groups that do not overlap could not pass: no is no answer.
            if (test == null
                    || differs()
                            && tests * RankTest.leastP(first.length, second.length)
                                    > SIGNIFICANCE) {
                return GroupContrast.Verdict.TOO_FEW_SEEDS;
            }
            return adjusted < SIGNIFICANCE
                    ? GroupContrast.Verdict.LARGER_THAN_NOISE
                    : GroupContrast.Verdict.NOT_LARGER_THAN_NOISE;
        }

        private static @Nullable Spread spread(double[] values) {
            return values.length == 0 ? null : Spread.of(values);
        }
    }
}
