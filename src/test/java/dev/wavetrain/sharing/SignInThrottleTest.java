package dev.wavetrain.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetrain.MovedClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    static final String HERE = "192.0.2.1";

    final MovedClock clock = new MovedClock();
    final SignInThrottle throttle = new SignInThrottle(clock);

    @Test
    void a_few_failures_cost_nothing() {
        fail(SignInThrottle.FREE);
        assertThatCode(() -> throttle.check("ada", HERE)).doesNotThrowAnyException();
    }

    @Test
    void further_ones_cost_longer_and_longer_up_to_five_minutes() {
        fail(SignInThrottle.FREE + 1);
        assertThat(waitSeconds()).isEqualTo(1);
        fail(1);
        assertThat(waitSeconds()).isEqualTo(2);
        fail(20);
        assertThat(waitSeconds()).isEqualTo(300);
        clock.move(SignInThrottle.LONGEST);
        assertThatCode(() -> throttle.check("ada", HERE)).doesNotThrowAnyException();
    }

    @Test
    void the_same_account_is_open_from_elsewhere_and_others_from_here() {
        fail(20);
        assertThatCode(() -> throttle.check("ada", "192.0.2.2")).doesNotThrowAnyException();
        assertThatCode(() -> throttle.check("joan", HERE)).doesNotThrowAnyException();
        assertThatThrownBy(() -> throttle.check("ADA", HERE)).isInstanceOf(TooManySignIns.class);
    }

    @Test
    void the_right_password_and_a_quiet_while_are_forgiving() {
        fail(SignInThrottle.FREE);
        throttle.succeeded("ada", HERE);
        fail(SignInThrottle.FREE);
        assertThatCode(() -> throttle.check("ada", HERE)).doesNotThrowAnyException();
        clock.move(Duration.ofMinutes(16));
        fail(1);
        assertThatCode(() -> throttle.check("ada", HERE)).doesNotThrowAnyException();
    }

    @Test
    void made_up_names_do_not_fill_memory() {
        for (int i = 0; i < 50_000; i++) {
            throttle.failed("name-" + i, HERE);
        }
        fail(SignInThrottle.FREE + 1);
        assertThat(waitSeconds()).isEqualTo(1);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed("ada", HERE);
        }
    }

    private long waitSeconds() {
        try {
            throttle.check("ada", HERE);
            return 0;
        } catch (TooManySignIns e) {
            return e.waitSeconds();
        }
    }
}
