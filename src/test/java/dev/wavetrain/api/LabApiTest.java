package dev.wavetrain.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.wavetrain.MovedClock;
import dev.wavetrain.common.Busy;
import dev.wavetrain.common.Caller;
import dev.wavetrain.lab.Lab;
import dev.wavetrain.lab.LabResults;
import dev.wavetrain.lab.Subject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A sweep that takes its time, as other work goes on. */
class LabApiTest {

    private static final Duration OF_ONE_VALUE = Duration.ofSeconds(25);

    final Lab lab = mock(Lab.class);
    final LabResults results = mock(LabResults.class);
    final MovedClock clock = new MovedClock();
    final LabApi api = new LabApi(lab, results, () -> mock(Caller.class), clock);
    int tried;

    @Test
    void who_waits_for_a_sweep_is_told_after_a_minute_to_ask_again() {
        whenEachValueTakesLong();
        assertBusy(() -> api.sweep(trial()));
        assertThat(tried).as("values tried within a minute").isEqualTo(3);
    }

    @Test
    void nothing_of_it_is_kept() {
        whenEachValueTakesLong();
        assertBusy(() -> api.keep(trial()));
        verifyNoInteractions(results);
    }

    private void whenEachValueTakesLong() {
        Subject subject = mock(Subject.class, RETURNS_DEEP_STUBS);
        when(lab.subject(any(), any())).thenReturn(subject);
        when(lab.sweep(any(), any(), any(), any(), any()))
                .thenAnswer(call -> {
                    BooleanSupplier stopped = call.getArgument(3);
                    while (!stopped.getAsBoolean()) {
                        tried++;
                        clock.move(OF_ONE_VALUE);
                    }
                    return List.of();
                });
    }

    /** Which is answered as 503 with Retry-After. */
    private static void assertBusy(ThrowingCallable asked) {
        assertThatThrownBy(asked)
                .hasMessageContaining("not done within 60 s")
                .isInstanceOfSatisfying(
                        Busy.class, busy -> assertThat(busy.retryAfter()).hasSeconds(60));
    }

    private static NewLabTrial trial() {
        return NewLabTrial.read(
                JsonMapper.shared()
                        .readTree(
                                "{\"name\": \"tried\", \"checkpoints\": [\""
                                        + UUID.randomUUID()
                                        + "\"], \"sweep\": {\"over\": \"PERIOD\", \"from\": 0.5,"
                                        + " \"to\": 2, \"steps\": 5}}"));
    }
}
