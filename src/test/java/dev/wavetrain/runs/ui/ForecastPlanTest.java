package dev.wavetrain.runs.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetrain.checkpoints.EvaluationRequest;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.experiments.Presets;
import dev.wavetrain.sequence.SequenceDefinition;
import org.junit.jupiter.api.Test;

class ForecastPlanTest {

    private static SequenceDefinition sequence(String preset) {
        return Presets.find(preset).orElseThrow().definition().sequence();
    }

    @Test
    void a_short_wave_is_run_freely_to_its_end() {
        assertThat(ForecastPlan.of(sequence("damped-simple-rnn")).request())
                .isEqualTo(new EvaluationRequest.FreeRun(0, 180));
    }

    @Test
    void a_long_wave_is_run_freely_for_a_few_windows() {
        assertThat(ForecastPlan.of(sequence("two-tone-lstm-300")).request())
                .isEqualTo(new EvaluationRequest.FreeRun(0, 400));
    }

    @Test
    void windows_are_decoded_side_by_side() {
        EvaluationRequest request = ForecastPlan.of(sequence("sin-to-cos-lstm")).request();
        assertThat(request)
                .isInstanceOfSatisfying(
                        EvaluationRequest.Decode.class,
                        decode -> assertThat(decode.starts()).containsExactly(0, 25, 50, 75));
    }

    @Test
    void starts_may_be_separated_as_people_do() {
        ForecastPlan plan = new ForecastPlan(ForecastPlan.Mode.DECODE, "", "", " 0,24、 49 74 ");
        assertThat(((EvaluationRequest.Decode) plan.request()).starts())
                .containsExactly(0, 24, 49, 74);
    }

    @Test
    void what_is_no_number_is_named_with_its_field() {
        ForecastPlan plan = new ForecastPlan(ForecastPlan.Mode.FREE_RUN, "0", "many", "");
        assertThatThrownBy(plan::request)
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("steps");
    }
}
