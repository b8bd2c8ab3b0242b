package dev.wavetrain.runs;

import java.util.stream.DoubleStream;
import org.hipparchus.stat.inference.MannWhitneyUTest;
import org.hipparchus.util.CombinatoricsUtils;

/**
 * The two-sided Mann-Whitney U test: whether one sample tends to lie above the other. H. B. Mann
 * and D. R. Whitney, "On a Test of Whether One of Two Random Variables Is Stochastically Larger
 * than the Other", Annals of Mathematical Statistics 18 (1947). It looks at ranks alone, so it
 * neither needs losses to be normally distributed nor minds an infinite one.
 *
 * <p>Hipparchus computes it: exactly (Algorithm AS 62) for up to 50 values together without ties,
 * else by the normal approximation with corrections for ties and continuity.
 *
 * @param u the smaller of the two samples' U
 * @param p the probability of so extreme a U were there no difference
 * @param exact whether p is exact
 */
record RankTest(double u, double p, boolean exact) {

    private static final int MOST_EXACT = 50;

    /**
     * @param first [n], at least one, none NaN; not modified
     * @param second [m], likewise
     */
    static RankTest of(double[] first, double[] second) {
        MannWhitneyUTest test = new MannWhitneyUTest();
        double u = test.mannWhitneyU(first, second);
        boolean exact = first.length + second.length <= MOST_EXACT && !hasTies(first, second);
        // The middle of all U: nothing is less extreme. Hipparchus 4.0.3 takes it for the most
        // extreme one in the exact test.
        boolean middle = u == first.length * second.length / 2.0;
        double p = middle ? 1 : test.mannWhitneyUTest(first, second, exact);
        return new RankTest(u, Math.min(1, p), exact);
    }

    /** The least p that samples of such sizes can have: that of two that do not overlap. */
    static double leastP(int n, int m) {
        return 2 / CombinatoricsUtils.binomialCoefficientDouble(n + m, n);
    }

    private static boolean hasTies(double[] first, double[] second) {
        long distinct =
                DoubleStream.concat(DoubleStream.of(first), DoubleStream.of(second))
                        .distinct()
                        .count();
        return distinct < first.length + second.length;
    }
}
