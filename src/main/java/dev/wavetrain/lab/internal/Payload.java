package dev.wavetrain.lab.internal;

import dev.wavetrain.checkpoints.Baseline;
import dev.wavetrain.checkpoints.Evaluation;
import dev.wavetrain.checkpoints.Segment;
import dev.wavetrain.lab.Sweep;
import dev.wavetrain.lab.SweepPoint;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one checkpoint came to, as it is stored.
 *
 * @param forecast null for a sweep
 * @param curve of a sweep; else empty
 */
public record Payload(@Nullable Evaluation forecast, List<SweepPoint> curve) {

    private static final JsonMapper STRICT =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    public Payload {
        curve = List.copyOf(curve);
    }

    /**
     * Somebody's JSON, held to what is drawn of it.
     *
     * @throws IllegalArgumentException where it is none, or where its parts do not fit together
     */
    public static Payload read(InputStream json, boolean ofSweep) {
        try {
            Payload read = STRICT.readValue(json, Payload.class);
            if (!(ofSweep ? read.isCurve() : read.isForecast())) {
                throw new IllegalArgumentException("parts that do not fit together");
            }
            return read;
        } catch (JacksonException | NullPointerException refused) {
            throw new IllegalArgumentException("no findings", refused);
        }
    }

    private boolean isCurve() {
        return forecast == null && !curve.isEmpty() && curve.size() <= Sweep.MOST;
    }

    private boolean isForecast() {
        return forecast != null
                && curve.isEmpty()
                && forecast.segments().stream().allMatch(Payload::fits)
                && forecast.baselines().stream().allMatch(one -> fits(one, forecast.segments()));
    }

    private static boolean fits(Segment segment) {
        return segment.truth().length == segment.x().length
                && segment.predicted().length == segment.x().length;
    }

    private static boolean fits(Baseline baseline, List<Segment> segments) {
        boolean fits =
                baseline.kind().ordinal() >= 0 && baseline.predicted().size() == segments.size();
        for (int i = 0; fits && i < segments.size(); i++) {
            fits = baseline.predicted().get(i).length == segments.get(i).x().length;
        }
        return fits;
    }
}
