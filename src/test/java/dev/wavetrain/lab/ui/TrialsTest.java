package dev.wavetrain.lab.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.UIDetachedException;
import dev.wavetrain.common.Busy;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.lab.Lab;
import dev.wavetrain.lab.LabQuestion;
import dev.wavetrain.lab.Subject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrialsTest {

    private static final Busy BUSY = new Busy("others", Duration.ofSeconds(1));

    final Lab lab = mock(Lab.class);
    final LabServices services = mock(LabServices.class);
    final Subject subject = mock(Subject.class);
    final LabQuestion question = mock(LabQuestion.class);
    final Trials trials = new Trials(mock(Caller.class), services);

    @BeforeEach
    void a_lab() {
        when(services.lab()).thenReturn(lab);
    }

    @Test
    void what_nobody_expected_is_an_outcome_too_so_that_no_page_waits_for_ever() {
        when(lab.forecast(any(), any(), any())).thenThrow(new IllegalStateException("meant"));
        when(lab.sweep(any(), any(), any(), any(), any()))
                .thenThrow(new IllegalStateException("meant"));
        assertThat(trials.forecast(subject, question, () -> {}, () -> false))
                .isEqualTo(new Outcome.Failed(subject));
        assertThat(trials.sweep(subject, question, () -> false, done -> {}))
                .isEqualTo(new Outcome.Failed(subject));
    }

    @Test
    void others_are_waited_for_until_nobody_wants_the_answer() {
        when(lab.forecast(any(), any(), any()))
                .thenThrow(BUSY)
                .thenThrow(BUSY)
                .thenThrow(new NotFound("checkpoint", "1"))
                .thenThrow(BUSY);
        AtomicInteger waited = new AtomicInteger();
        assertThat(trials.forecast(subject, question, waited::incrementAndGet, () -> false))
                .isEqualTo(new Outcome.Gone(subject));
        assertThat(waited).hasValue(2);
        assertThatThrownBy(() -> trials.forecast(subject, question, () -> {}, () -> true))
                .isSameAs(BUSY);
    }

    @Test
    void a_page_that_was_closed_ends_the_trial() {
        when(lab.forecast(any(), any(), any())).thenThrow(BUSY);
        assertThatThrownBy(() ->
                        trials.forecast(
                                subject,
                                question,
                                () -> {
                                    throw new UIDetachedException();
                                },
                                () -> false))
                .isInstanceOf(UIDetachedException.class);
    }
}
