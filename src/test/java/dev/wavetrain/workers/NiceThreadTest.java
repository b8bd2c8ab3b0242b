package dev.wavetrain.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class NiceThreadTest {

    @Test
    @EnabledOnOs(OS.LINUX)
    void the_work_is_nice_and_its_caller_is_not() {
        int before = Niceness.ofThisThread();

        assertThat(NiceThread.run(Niceness::ofThisThread)).isEqualTo(Niceness.NICE);
        assertThat(Niceness.ofThisThread()).isEqualTo(before);
    }

    @Test
    void what_the_work_throws_is_thrown_to_its_caller() {
        IllegalStateException failure = new IllegalStateException("diverged");
        OutOfMemoryError full = new OutOfMemoryError("full");

        assertThatThrownBy(() -> NiceThread.run(() -> thrown(failure))).isSameAs(failure);
        assertThatThrownBy(() -> NiceThread.run(() -> thrown(full))).isSameAs(full);
    }

    @Test
    void whoever_interrupts_the_caller_interrupts_the_work() {
        CountDownLatch never = new CountDownLatch(1);
        Thread.currentThread().interrupt();

        String ended = NiceThread.run(() -> awaited(never));

        assertThat(ended).isEqualTo("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    private static String thrown(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }

    private static String awaited(CountDownLatch latch) {
        try {
            latch.await();
            return "done";
        } catch (InterruptedException expected) {
            return "interrupted";
        }
    }
}
