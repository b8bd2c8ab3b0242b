package dev.wavetrain.workers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.TestRuns;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.MetricSeries;
import dev.wavetrain.runs.RunCheckpoints;
import dev.wavetrain.runs.RunMetrics;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** Whether two runs ended with the same losses and weights, bit for bit. */
record RunsCompared(ApplicationContext context, TestRuns runs) {

    /**
     * @param epochs that both have
     */
    void assertSame(RunId run, RunId other, int epochs) {
        MetricSeries.Line loss = all(run).line("loss");
        assertThat(loss.step()).isEqualTo(all(other).line("loss").step()).hasSize(epochs);
        assertThat(loss.value()).isEqualTo(all(other).line("loss").value());
        assertThat(all(run).line("val_loss").value())
                .isEqualTo(all(other).line("val_loss").value());
        assertThat(parameters(run)).isEqualTo(parameters(other)).isNotEmpty();
        assertThat(runs.find(run).progress().best()).isEqualTo(runs.find(other).progress().best());
    }

    private MetricSeries all(RunId run) {
        return context.getBean(RunMetrics.class).series(runs.caller, run, List.of(), 0, 10_000);
    }

    private List<String> parameters(RunId run) {
        return context.getBean(RunCheckpoints.class).list(runs.caller, run).stream()
                .map(kept ->
                        kept.epoch()
                                + kept.labels().stream().sorted().toList().toString()
                                + kept.parametersSha256())
                .toList();
    }
}
