package dev.wavetrain.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.model.Cell;
import dev.wavetrain.model.Head;
import dev.wavetrain.model.ModelFile;
import dev.wavetrain.model.Network;
import dev.wavetrain.model.SavedLoss;
import dev.wavetrain.model.SavedModel;
import dev.wavetrain.model.SavedOptimizer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SnapshotFileTest {

    private static final Network NETWORK = new Network(Cell.GRU, List.of(2), 1, 0, 1, Head.LAST, 4);
    private static final int COUNT = NETWORK.parameterCount();

    @Test
    void the_file_holds_weights_optimiser_and_its_state() throws Exception {
        TrainingDefinition training = training(new OptimizerDefinition.Adam(0.01, 0.8, 0.9, 1e-6));
        Snapshot snapshot = snapshot(3, resume(3, 30, state(2)));

        SavedModel saved = ModelFile.read(SnapshotFile.write(NETWORK, training, snapshot));

        assertThat(saved.network()).isEqualTo(NETWORK);
        assertThat(saved.parameters()).isEqualTo(snapshot.parameters());
        assertThat(saved.optimizer()).isEqualTo(SavedOptimizer.adam(0.01, 0.8, 0.9, 1e-6));
        assertThat(saved.loss()).isEqualTo(SavedLoss.MAE);
        assertThat(saved.updates()).isEqualTo(30);
        assertThat(saved.optimizerState()).isEqualTo(state(2));
    }

    @Test
    void best_weights_of_an_earlier_epoch_are_saved_without_a_later_epochs_state()
            throws Exception {
        TrainingDefinition training = training(new OptimizerDefinition.RmsProp(0.001, 0.9, 1e-7));
        Snapshot best = snapshot(2, resume(9, 90, state(1)));

        SavedModel saved = ModelFile.read(SnapshotFile.write(NETWORK, training, best));

        assertThat(saved.optimizerState()).isNull();
        assertThat(saved.updates()).isZero();
    }

    @Test
    void more_updates_than_the_file_can_count_stay_at_its_end() throws Exception {
        TrainingDefinition training = training(new OptimizerDefinition.Sgd(0.1, 0));
        Snapshot late = snapshot(3, resume(3, 1L << 40, new float[0]));

        SavedModel saved = ModelFile.read(SnapshotFile.write(NETWORK, training, late));

        assertThat(saved.updates()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void momentum_has_a_state_and_plain_descent_none() {
        assertThat(SnapshotFile.optimizer(new OptimizerDefinition.Sgd(0.1, 0.9)).stateVectors())
                .isEqualTo(1);
        assertThat(SnapshotFile.optimizer(new OptimizerDefinition.Sgd(0.1, 0)).stateVectors())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void every_loss_can_be_saved(Loss loss) {
        assertThat(SavedLoss.valueOf(loss.name())).hasToString(loss.name());
    }

    private static TrainingDefinition training(OptimizerDefinition optimizer) {
        return new TrainingDefinition(
                optimizer,
                Loss.MAE,
                1,
                10,
                0,
                Shuffle.NEVER,
                1,
                null,
                new CheckpointPolicy(true, 0, true));
    }

    private static Snapshot snapshot(int epoch, ResumePoint resume) {
        float[] parameters = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            parameters[i] = i / 7f;
        }
        return new Snapshot(epoch, 1, Double.NaN, Set.of(Label.BEST), parameters, resume);
    }

    private static ResumePoint resume(int epoch, long updates, float[] state) {
        return new ResumePoint(epoch, null, updates, new float[COUNT], state, null, 1, 0);
    }

    private static float[] state(int vectors) {
        float[] state = new float[vectors * COUNT];
        Arrays.fill(state, 0.25f);
        return state;
    }
}
