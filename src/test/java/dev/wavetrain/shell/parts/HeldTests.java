package dev.wavetrain.shell.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeldTests {

    final List<String> ended = new ArrayList<>();
    final Held<String> held = new Held<>(ended::add);

    @Test
    void what_is_done_with_ends_though_the_dialog_is_still_open() {
        held.take("file");
        held.done(true);
        assertThat(held.begin()).isEqualTo("file");
        held.done(false);
        assertThat(ended).containsExactly("file");
        held.leave();
        assertThat(ended).containsExactly("file");
    }

    @Test
    void what_is_worked_with_ends_after_that_where_the_dialog_is_closed() {
        held.take("file");
        held.leave();
        assertThat(ended).isEmpty();
        assertThat(held.isLeft()).isTrue();
        held.done(true);
        assertThat(ended).containsExactly("file");
    }

    @Test
    void what_nobody_works_with_ends_with_the_dialog() {
        held.take("file");
        held.done(true);
        held.leave();
        assertThat(ended).containsExactly("file");
        assertThat(held.begin()).isNull();
    }

    @Test
    void what_comes_after_the_dialog_is_closed_ends_at_once() {
        held.leave();
        assertThat(held.take("late")).isFalse();
        assertThat(ended).containsExactly("late");
    }

    @Test
    void another_takes_its_place_unless_somebody_works_with_it() {
        held.take("first");
        assertThat(held.take("second")).isFalse();
        assertThat(held.begin()).isNull();
        assertThat(ended).containsExactly("second");
        held.done(true);
        assertThat(held.take("third")).isTrue();
        assertThat(ended).containsExactly("second", "first");
    }
}
