package dev.wavetrain.runs.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EpochTimesTest {

    @Test
    void between_known_epochs_time_passes_evenly() {
        EpochTimes times = new EpochTimes(new int[] {10, 20, 40}, new double[] {1, 5, 6});

        assertThat(times.at(new double[] {0, 5, 10, 12.5, 20, 30, 40}))
                .containsExactly(0, 0.5, 1, 2, 5, 5.5, 6);
        assertThat(times.atEach(new int[] {5, 30}).seconds()).containsExactly(0.5, 5.5);
        assertThat(EpochTimes.NONE.atEach(new int[] {5, 30})).isEqualTo(EpochTimes.NONE);
    }

    @Test
    void what_comes_after_the_last_has_its_time() {
        EpochTimes times = new EpochTimes(new int[] {1}, new double[] {3});

        assertThat(times.at(new double[] {1, 2})).containsExactly(3, 3);
        assertThat(EpochTimes.NONE.isKnown()).isFalse();
    }
}
