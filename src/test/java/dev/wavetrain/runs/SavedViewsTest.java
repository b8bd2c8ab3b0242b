package dev.wavetrain.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetrain.IntegrationTest;
import dev.wavetrain.TestRuns;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.Forbidden;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.MemberRole;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.sharing.Members;
import dev.wavetrain.sharing.Projects;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Views are kept by whoever made them, and teammates may look through them. */
@IntegrationTest
class SavedViewsTest {

    private static final ListSettings SETTINGS =
            new ListSettings(
                    "val_loss < 0.01",
                    "best_val_loss",
                    Grouping.TAG,
                    new ListColumns(
                            List.of(ListColumn.SEED, ListColumn.BEST), List.of(ListColumn.BEST)));

    @Autowired ApplicationContext context;
    @Autowired SavedViews views;
    @Autowired ListChoices choices;
    @Autowired Projects projects;
    @Autowired Members members;

    Caller ada;
    Caller bob;

    @BeforeEach
    void two_people() {
        ada = new TestRuns(context).caller;
        bob = new TestRuns(context).caller;
    }

    @Test
    void a_view_is_found_as_it_was_saved() {
        SavedView saved = views.save(ada, " Good ones ", SETTINGS);
        assertThat(views.find(ada, saved.id())).isEqualTo(saved);
        assertThat(saved.name()).isEqualTo("Good ones");
        assertThat(saved.settings().columns().names()).containsExactly("NAME", "BEST", "SEED");
        views.save(ada, "all", ListSettings.plain(ListColumns.USUAL));
        assertThat(views.own(ada)).extracting(SavedView::name).containsExactly("all", "Good ones");
        assertThat(views.own(bob)).isEmpty();
    }

    @Test
    void it_is_renamed_changed_deleted_and_brought_back_under_its_id() {
        SavedView saved = views.save(ada, "Good", SETTINGS);
        assertThat(views.change(ada, saved.id(), "Better", kept -> kept).settings())
                .isEqualTo(SETTINGS);
        ListSettings plain = ListSettings.plain(ListColumns.USUAL);
        SavedView changed = views.change(ada, saved.id(), null, _ -> plain);
        assertThat(views.find(ada, saved.id())).isEqualTo(changed);
        assertThat(changed.name()).isEqualTo("Better");
        views.delete(ada, saved.id());
        assertThatThrownBy(() -> views.find(ada, saved.id())).isInstanceOf(NotFound.class);
        views.restore(ada, changed);
        assertThat(views.find(ada, saved.id())).isEqualTo(changed);
    }

    @Test
    void of_two_changes_at_once_neither_undoes_the_other() throws Exception {
        ViewId view = views.save(ada, "Good", SETTINGS).id();
        try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<SavedView>> later = new ArrayList<>();
            views.change(
                    ada,
                    view,
                    null,
                    kept -> {
                        later.add(other.submit(() -> views.change(ada, view, null, by("seed"))));
                        assertThatThrownBy(() -> later.getFirst().get(200, TimeUnit.MILLISECONDS))
                                .as("the other waits for this one")
                                .isInstanceOf(TimeoutException.class);
                        return filtered("loss < 1").apply(kept);
                    });
            SavedView last = later.getFirst().get();
            assertThat(last.settings().sort()).isEqualTo("seed");
            assertThat(last.settings().query()).isEqualTo("loss < 1");
            assertThat(views.find(ada, view)).isEqualTo(last);
        }
    }

    private static UnaryOperator<ListSettings> by(String sort) {
        return kept -> new ListSettings(kept.query(), sort, kept.grouping(), kept.columns());
    }

    private static UnaryOperator<ListSettings> filtered(String query) {
        return kept -> new ListSettings(query, kept.sort(), kept.grouping(), kept.columns());
    }

    @Test
    void teammates_open_it_and_strangers_do_not_know_it() {
        SavedView saved = views.save(ada, "Good", SETTINGS);
        assertThatThrownBy(() -> views.find(bob, saved.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> views.delete(bob, saved.id())).isInstanceOf(NotFound.class);
        var shared = projects.create(ada, "Together").id();
        members.add(ada, shared, bob.name(), MemberRole.VIEWER);
        assertThat(views.find(bob, saved.id()).settings()).isEqualTo(SETTINGS);
        assertThat(views.own(bob)).isEmpty();
        assertThatThrownBy(() -> views.change(bob, saved.id(), "Mine", kept -> kept))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> views.delete(bob, saved.id())).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> views.restore(bob, saved)).isInstanceOf(Forbidden.class);
    }

    @Test
    void what_no_list_could_show_is_refused() {
        refused("name", "", SETTINGS);
        refused(
                "query",
                "a",
                new ListSettings("val_los <", "name", Grouping.NONE, SETTINGS.columns()));
        refused("sort", "a", new ListSettings("", "colour", Grouping.NONE, SETTINGS.columns()));
        SavedView saved = views.save(ada, "Good", SETTINGS);
        refused("name", "Good", SETTINGS);
        views.save(bob, "Good", SETTINGS);
        SavedView other = views.save(ada, "Other", SETTINGS);
        assertThatThrownBy(() -> views.change(ada, other.id(), saved.name(), kept -> kept))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void nobody_has_more_than_a_hundred() {
        for (int i = 0; i < SavedView.MOST; i++) {
            views.save(ada, "View " + i, SETTINGS);
        }
        assertThatThrownBy(() -> views.save(ada, "One more", SETTINGS))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void columns_of_one_s_own_lists_are_kept_with_those_that_are_pinned() {
        assertThat(choices.columns(ada)).isEqualTo(ListColumns.USUAL);
        choices.chooseColumns(ada, SETTINGS.columns());
        assertThat(choices.columns(ada)).isEqualTo(SETTINGS.columns());
        assertThat(choices.columns(bob)).isEqualTo(ListColumns.USUAL);
        choices.chooseColumns(ada, null);
        assertThat(choices.columns(ada)).isEqualTo(ListColumns.USUAL);
    }

    private void refused(String field, String name, ListSettings settings) {
        assertThatThrownBy(() -> views.save(ada, name, settings))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        wrong ->
                                assertThat(wrong.errors())
                                        .anyMatch(error -> error.field().equals(field)));
    }
}
