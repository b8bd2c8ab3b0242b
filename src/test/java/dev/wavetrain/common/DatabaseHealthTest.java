package dev.wavetrain.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseHealthTest {

    private final DatabaseHealth health = new DatabaseHealth();
    private final List<Boolean> heard = new ArrayList<>();

    @Test
    void changes_are_told_once_each() {
        Runnable end = health.watch(heard::add);
        health.told(false);
        health.told(true);
        health.told(true);
        assertThat(health.isAway()).isTrue();
        health.told(false);
        end.run();
        health.told(true);
        assertThat(heard).containsExactly(true, false);
    }
}
