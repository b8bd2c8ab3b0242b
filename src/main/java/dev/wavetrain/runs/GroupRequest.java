package dev.wavetrain.runs;

import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
import dev.wavetrain.experiments.SeedsStart;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * A group that is asked for: one run for each seed, alike in all else.
 *
 * @param seeds 1 to {@link #MOST_SEEDS}, each once; one alone is allowed, though it has no spread
 * @param each what every run is to be; without a seed of its own
 */
public record GroupRequest(List<Long> seeds, RunRequest each) {

    public static final int MOST_SEEDS = SeedsStart.MOST;

    private static final String SEEDS = "seeds";

    public GroupRequest {
        seeds = List.copyOf(seeds);
        if (seeds.isEmpty()) {
            throw broken(Rule.TOO_FEW, 1);
        }
        if (seeds.size() > MOST_SEEDS) {
            throw broken(Rule.TOO_MANY, MOST_SEEDS, seeds.size());
        }
        if (each.seed() != null) {
            throw broken(Rule.NOT_ALLOWED, Reason.SEED_GIVEN_TOO);
        }
        Set<Long> met = new HashSet<>();
        for (Long seed : seeds) {
            if (!met.add(seed)) {
                throw broken(Rule.REPEATED, seed);
            }
        }
    }

    /** Seeds that follow one another. */
    public static GroupRequest counting(long first, int count, RunRequest each) {
        return new GroupRequest(LongStream.range(first, first + count).boxed().toList(), each);
    }

    private static InvalidValue broken(Rule rule, Object... arguments) {
        return new InvalidValue(new FieldError(SEEDS, rule, arguments));
    }
}
