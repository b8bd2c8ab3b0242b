package dev.wavetrain.runs.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.RunId;
import dev.wavetrain.experiments.Presets;
import dev.wavetrain.runs.RunCheckpoints;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.shell.TextBundles;
import dev.wavetrain.shell.Texts;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CompareForecastsTest {

    private final Texts texts = new Texts(new TextBundles(), Locale.ENGLISH, ZoneOffset.UTC);

    @Test
    void what_nobody_expected_is_told_of_its_run_and_ends_no_others() {
        RunCheckpoints checkpoints = mock(RunCheckpoints.class);
        when(checkpoints.list(any(), any())).thenThrow(new IllegalStateException("meant"));
        CompareServices services = mock(CompareServices.class);
        when(services.checkpoints()).thenReturn(checkpoints);
        RunDetails run = mock(RunDetails.class);
        when(run.id()).thenReturn(new RunId(UUID.randomUUID()));
        when(run.name()).thenReturn("A run");
        when(run.definition()).thenReturn(Presets.all().getFirst().definition());
        CompareForecasts forecasts =
                new CompareForecasts(
                        mock(Caller.class),
                        List.of(run),
                        services,
                        new CompareLook(List.of(run), texts),
                        texts);
        forecasts.ask(run).run();
        assertThat(below(forecasts).map(Paragraph::getText))
                .anySatisfy(said -> assertThat(said).contains("A run", "could not be worked out"));
    }

    private static Stream<Paragraph> below(Component parent) {
        return parent.getChildren()
                .flatMap(child -> child instanceof Paragraph said ? Stream.of(said) : below(child));
    }
}
