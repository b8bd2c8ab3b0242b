package dev.wavetrain.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.checkpoints.Evaluation;
import dev.wavetrain.checkpoints.EvaluationDetails;
import dev.wavetrain.checkpoints.EvaluationRequest;
import dev.wavetrain.checkpoints.Segment;
import dev.wavetrain.common.CheckpointId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Numbers that are not finite, as the server's own mapper writes them. */
class NumbersTest {

    final JsonMapper mapper = JsonMapper.builder().build();

    @Test
    void what_is_not_finite_travels_as_text() {
        double[] values = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1};
        MetricsJson metrics =
                new MetricsJson(
                        Map.of("loss", new MetricsJson.Line(new int[4], values, values, values)),
                        4);
        assertThat(mapper.valueToTree(metrics).at("/series/loss/value").toString())
                .isEqualTo("[\"NaN\",\"Infinity\",\"-Infinity\",1.0]");
        RunJson.Metrics last = new RunJson.Metrics(Double.NaN, null, null, null);
        assertThat(mapper.writeValueAsString(last))
                .contains("\"loss\":\"NaN\"", "\"val_loss\":null");
    }

    @Test
    void truth_that_is_not_known_is_null() {
        double[] x = {0, 1};
        Evaluation result =
                new Evaluation(
                        List.of(new Segment(x, new double[] {2, Double.NaN}, x)),
                        1,
                        1,
                        1,
                        List.of());
        EvaluationDetails stored =
                new EvaluationDetails(
                        UUID.randomUUID(),
                        new CheckpointId(UUID.randomUUID()),
                        result,
                        Instant.EPOCH);
        assertThat(
                        mapper.writeValueAsString(
                                EvaluationJson.of(stored, new EvaluationRequest.FreeRun(0, 2))))
                .contains("\"truth\":[2.0,null]", "\"createdAt\":\"1970-01-01T00:00:00Z\"")
                .contains("\"phaseLag\":null", "\"amplitudeRatio\":null")
                .contains("{\"from\":2,\"to\":2,\"rmse\":null}");
    }
}
