package dev.wavetrain.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RoleTest {

    @Test
    void a_role_is_read_in_any_case_and_all_without_one() {
        assertThat(Role.of("worker")).isEqualTo(Role.WORKER);
        assertThat(Role.of(" Web ")).isEqualTo(Role.WEB);
        assertThat(Role.of("")).isEqualTo(Role.ALL);
    }

    @Test
    void what_is_no_role_is_named_with_those_there_are() {
        assertThatThrownBy(() -> Role.of("slave"))
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        refused -> assertThat(refused.action()).contains("all, web, worker"))
                .hasMessageContaining("\"slave\"");
    }

    @Test
    void a_web_process_trains_nothing_and_a_worker_serves_nobody() {
        assertThat(Role.WEB.trains()).isFalse();
        assertThat(Role.WEB.serves()).isTrue();
        assertThat(Role.WORKER.trains()).isTrue();
        assertThat(Role.WORKER.serves()).isFalse();
        assertThat(Role.ALL.trains() && Role.ALL.serves()).isTrue();
    }
}
