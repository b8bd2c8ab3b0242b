package dev.wavetrain.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.checkpoints.Baseline;
import dev.wavetrain.checkpoints.BaselineLoss;
import dev.wavetrain.checkpoints.BaselineLosses;
import dev.wavetrain.experiments.DefinitionWarning;
import dev.wavetrain.experiments.Warning;
import dev.wavetrain.shell.HelpTopic;
import dev.wavetrain.shell.TextBundles;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunWarningsTest {

    private static final BaselineLosses BASELINES =
            new BaselineLosses(
                    null, List.of(new BaselineLoss(Baseline.Kind.LAST_VALUE, 0.5, 1e-4)));

    @Test
    void a_run_that_is_no_better_than_copying_says_so_once_it_has_ended() {
        assertThat(of(RunState.COMPLETED, 2e-4, 2e-4, null))
                .containsExactly("WORSE_THAN_LAST_VALUE");
        assertThat(of(RunState.RUNNING, 2e-4, 2e-4, null)).isEmpty();
        assertThat(of(RunState.COMPLETED, 5e-5, 5e-5, null)).isEmpty();
    }

    @Test
    void a_last_epoch_more_than_ten_times_worse_than_the_best_is_told() {
        assertThat(of(RunState.STOPPED_EARLY, 1e-3, 2e-5, null))
                .containsExactly("LAST_WORSE_THAN_BEST");
        assertThat(of(RunState.STOPPED_EARLY, 2e-4, 2e-5, null)).isEmpty();
        assertThat(of(RunState.DIVERGED, Double.NaN, 2e-5, null)).isEmpty();
    }

    @Test
    void a_run_that_was_still_improving_is_told_with_how_much() {
        RunProgress progress = new RunProgress(9, 9, 1e-5, 1e-5, 1e-5, 9, null, null, null);
        RunFindings findings = new RunFindings(BASELINES, List.of(), 0.123);
        assertThat(RunWarnings.of(RunState.COMPLETED, progress, null, findings))
                .singleElement()
                .extracting(Warning::message)
                .isEqualTo(
                        "the run ended while its loss still fell, by 12 % over the last tenth of its"
                                + " epochs");
    }

    @Test
    void messages_name_small_losses_and_whole_epochs() {
        assertThat(
                        new RunWarning(RunWarning.Code.LAST_WORSE_THAN_BEST, 1e-3, 2.04e-5, 1200L)
                                .message())
                .isEqualTo(
                        "the last epoch's loss is 0.00100, the best 2.04e-05 in epoch 1200: use the"
                                + " best checkpoint");
    }

    @Test
    void what_the_definition_was_warned_of_stays_with_the_run() {
        DefinitionWarning batch =
                new DefinitionWarning(
                        DefinitionWarning.Code.BATCH_LARGER_THAN_DATA, List.of(10L, 3L));
        RunProgress progress = new RunProgress(0, 9, null, null, null, null, null, null, null);
        assertThat(
                        RunWarnings.of(
                                RunState.RUNNING,
                                progress,
                                null,
                                new RunFindings(BASELINES, List.of(batch), null)))
                .containsExactly(batch);
    }

    @Test
    void every_warning_has_its_words_and_its_help_in_the_page() {
        TextBundles bundles = new TextBundles();
        List<String> names =
                Stream.concat(
                                Stream.of(RunWarning.Code.values()),
                                Stream.of(DefinitionWarning.Code.values()))
                        .map(Enum::name)
                        .toList();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
            assertThat(bundles.getAllTranslations(locale).keySet())
                    .containsAll(names.stream().map(name -> "warning." + name).toList());
            for (HelpTopic topic : HelpTopic.values()) {
                assertThat(bundles.getAllTranslations(locale))
                        .containsKeys(
                                "advice." + topic + ".title",
                                "advice." + topic + ".why",
                                "advice." + topic + ".do");
            }
        }
        assertThat(names).allMatch(name -> HelpTopic.valueOf(name).name().equals(name));
        Warning warning = new RunWarning(RunWarning.Code.STILL_IMPROVING, 5L);
        assertThat(warning.help()).isEqualTo(HelpTopic.STILL_IMPROVING.address());
    }

    private static List<String> of(
            RunState state, double last, double best, @Nullable Double stillFalling) {
        RunProgress progress = new RunProgress(9, 9, 0.1, last, best, 5, null, null, null);
        RunFindings findings = new RunFindings(BASELINES, List.of(), stillFalling);
        return RunWarnings.of(state, progress, Verdict.of(progress, BASELINES), findings).stream()
                .map(Warning::name)
                .toList();
    }
}
