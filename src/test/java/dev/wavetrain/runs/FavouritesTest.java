package dev.wavetrain.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetrain.IntegrationTest;
import dev.wavetrain.TestRuns;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.RunId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Everybody has favourites of their own. */
@IntegrationTest
class FavouritesTest {

    @Autowired ApplicationContext context;
    @Autowired Favourites favourites;
    @Autowired RunService service;

    TestRuns ada;
    RunId starred;
    RunId other;

    @BeforeEach
    void two_runs() {
        ada = new TestRuns(context);
        starred = ada.queue(1);
        other = ada.queue(1);
        favourites.set(ada.caller, starred, true);
    }

    @Test
    void the_list_can_be_of_favourites_alone() {
        assertThat(listed(ada.caller)).containsExactly(starred);
        assertThat(favourites.among(ada.caller, List.of(starred, other))).containsExactly(starred);
    }

    @Test
    void again_does_nothing_either_way() {
        favourites.set(ada.caller, starred, true);
        assertThat(listed(ada.caller)).containsExactly(starred);
        favourites.set(ada.caller, starred, false);
        favourites.set(ada.caller, starred, false);
        assertThat(listed(ada.caller)).isEmpty();
    }

    @Test
    void they_are_nobody_elses() {
        TestRuns bob = new TestRuns(context);
        Caller alsoSees =
                new Caller(bob.caller.user(), "bob", ada.caller.projects(), bob.caller.home());
        assertThat(listed(alsoSees)).isEmpty();
        assertThat(favourites.among(alsoSees, List.of(starred))).isEmpty();
        assertThatThrownBy(() -> favourites.set(bob.caller, starred, true))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_run_that_was_lost_is_in_no_list_though_it_has_a_star() {
        Caller lost = new Caller(ada.caller.user(), "ada", java.util.Set.of(), ada.caller.home());
        assertThat(listed(lost)).isEmpty();
    }

    private List<RunId> listed(Caller caller) {
        RunQuery query = new RunQuery("", "", 0, 50, false, null, true);
        return service.list(caller, query).items().stream().map(RunDetails::id).toList();
    }
}
