package dev.wavetrain.runs.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.runs.GroupMetric;
import dev.wavetrain.shell.TextBundles;
import dev.wavetrain.shell.Texts;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class GroupWordsTest {

    private final Texts texts = new Texts(new TextBundles(), Locale.ENGLISH, ZoneOffset.UTC);

    @Test
    void a_median_between_two_epochs_is_written_as_such_and_a_whole_one_as_a_count() {
        assertThat(GroupWords.value(texts, GroupMetric.BEST_EPOCH, 1250)).isEqualTo("1,250");
        assertThat(GroupWords.value(texts, GroupMetric.EPOCHS, 12.5)).isEqualTo("12.5");
        assertThat(GroupWords.value(texts, GroupMetric.LOSS, 0.5)).isEqualTo("0.5000");
        assertThat(GroupWords.value(texts, GroupMetric.LOSS, Double.POSITIVE_INFINITY))
                .isEqualTo("∞");
    }

    @Test
    void the_best_loss_says_of_which_loss_it_is() {
        assertThat(GroupWords.name(texts, GroupMetric.BEST, true)).isEqualTo("Best val_loss");
        assertThat(GroupWords.name(texts, GroupMetric.BEST, false)).isEqualTo("Best loss");
        assertThat(GroupWords.name(texts, GroupMetric.EPOCHS, true)).isEqualTo("Epochs run");
    }
}
