package dev.wavetrain.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DatabaseTroubleTest {

    @Test
    void a_failed_rollback_does_not_hide_that_the_database_went_away() {
        RuntimeException rollback =
                new RuntimeException(
                        "Failed to rollback.", new SQLException("Connection is closed"));
        rollback.addSuppressed(
                new RuntimeException(new SQLException("terminating connection", "57P01")));
        assertThat(DatabaseTrouble.of(new IllegalStateException(rollback)))
                .contains(DatabaseTrouble.AWAY);
    }

    @Test
    void a_connection_cut_off_in_the_middle_is_trouble_though_it_has_no_code() {
        assertThat(DatabaseTrouble.of(new SQLException("Connection is closed")))
                .contains(DatabaseTrouble.AWAY);
    }

    @Test
    void a_mistake_in_a_statement_is_no_trouble() {
        assertThat(DatabaseTrouble.of(new RuntimeException(new SQLException("syntax", "42601"))))
                .isEmpty();
    }
}
