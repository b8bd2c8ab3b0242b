package dev.wavetrain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.sequence.Task;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "SIMPLE_RNN, 40, NEXT_STEP, 20, 1721",
        "SIMPLE_RNN, 10, TRANSLATE, 24, 251",
        "LSTM, 75, TRANSLATE, 24, 46276",
        "GRU, 40, NEXT_STEP, 20, 5201",
        "LSTM, 40, NEXT_STEP, 20, 6761",
        "LSTM, 300, NEXT_VALUE, 80, 362701"
    })
    void counts_parameters_as_keras_does(Cell cell, int units, Task task, int window, int count) {
        Network network = network(cell, List.of(units), task, window);

        assertThat(network.parameterCount()).isEqualTo(count);
        assertThat(network.summary().parameters()).isEqualTo(count);
        long sum = 0;
        for (ModelSummary.Layer layer : network.summary().layers()) {
            sum += layer.parameters();
        }
        assertThat(sum).isEqualTo(count);
    }

    @Test
    void the_summary_shows_layers_and_shapes() {
        ModelSummary summary = network(Cell.SIMPLE_RNN, List.of(40), Task.NEXT_STEP, 20).summary();

        assertThat(summary.layers().getFirst().type()).isEqualTo("SimpleRNN");
        assertThat(summary.layers().getFirst().outputShape())
                .isEqualTo(Arrays.asList(null, 20, 40));
        assertThat(summary.layers().getFirst().parameters()).isEqualTo(1680);
        assertThat(summary.layers().getLast().outputShape()).isEqualTo(Arrays.asList(null, 20, 1));
    }

    @Test
    void a_stack_hands_whole_sequences_up_and_its_last_state_out() {
        ModelSummary summary = network(Cell.GRU, List.of(8, 4), Task.NEXT_VALUE, 6).summary();

        assertThat(summary.layers().stream().map(ModelSummary.Layer::outputShape))
                .containsExactly(
                        Arrays.asList(null, 6, 8), Arrays.asList(null, 4), Arrays.asList(null, 1));
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void blocks_fill_the_flat_array_without_gaps(Cell cell) {
        Network network = network(cell, List.of(5, 3), Task.TRANSLATE, 7);
        int end = 0;
        for (Block block : network.blocks()) {
            assertThat(block.offset()).isEqualTo(end);
            end = block.end();
        }
        assertThat(end).isEqualTo(network.parameterCount());
    }

    @Test
    void refuses_more_parameters_than_memory_is_for() {
        List<Integer> units = Collections.nCopies(8, 4096);

        assertThatThrownBy(() -> network(Cell.LSTM, units, Task.TRANSLATE, 10))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("network.units");
    }

    @Test
    void the_same_seed_starts_with_the_same_bits_and_another_with_others() {
        Network network = network(Cell.GRU, List.of(12), Task.NEXT_STEP, 5);

        assertThat(network.initialise(7, BiasInit.ZEROS))
                .containsExactly(network.initialise(7, BiasInit.ZEROS))
                .isNotEqualTo(network.initialise(8, BiasInit.ZEROS));
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void starts_with_orthonormal_recurrent_kernels_and_bounded_kernels(Cell cell) {
        Network network = network(cell, List.of(23), Task.NEXT_STEP, 5);
        float[] start = network.initialise(1, BiasInit.ZEROS);
        RecurrentLayer layer = network.layers().getFirst();
        Block recurrent = layer.recurrentKernel();
        for (int r = 0; r < 23; r++) {
            for (int s = 0; s <= r; s++) {
                double dot = 0;
                for (int c = 0; c < recurrent.columns(); c++) {
                    dot +=
                            (double) start[recurrent.offset() + r * recurrent.columns() + c]
                                    * start[recurrent.offset() + s * recurrent.columns() + c];
                }
                assertThat(dot).isCloseTo(r == s ? 1 : 0, within(1e-6));
            }
        }
        Block kernel = layer.kernel();
        double bound = Math.sqrt(6.0 / (kernel.rows() + kernel.columns()));
        float largest = 0;
        for (int i = kernel.offset(); i < kernel.end(); i++) {
            largest = Math.max(largest, Math.abs(start[i]));
        }
        assertThat((double) largest).isLessThanOrEqualTo(bound).isGreaterThan(bound * 0.8);
    }

    @Test
    void the_forget_gate_starts_at_one_and_other_biases_as_asked() {
        Network network = network(Cell.LSTM, List.of(4), Task.NEXT_VALUE, 5);
        Block bias = network.layers().getFirst().bias();
        float[] zeros = network.initialise(1, BiasInit.ZEROS);
        float[] constant = network.initialise(1, BiasInit.UNIFORM_CONSTANT);

        assertThat(Arrays.copyOfRange(zeros, bias.offset(), bias.end()))
                .containsExactly(0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0);
        float drawn = constant[bias.offset()];
        assertThat(drawn).isBetween(0f, 0.1f).isNotZero();
        assertThat(Arrays.copyOfRange(constant, bias.offset() + 4, bias.end()))
                .containsExactly(
                        1, 1, 1, 1, drawn, drawn, drawn, drawn, drawn, drawn, drawn, drawn);
    }

    private static Network network(Cell cell, List<Integer> units, Task task, int window) {
        return Network.of(new NetworkDefinition(cell, units, BiasInit.ZEROS), task, window);
    }
}
