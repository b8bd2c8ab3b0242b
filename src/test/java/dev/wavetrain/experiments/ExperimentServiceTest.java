package dev.wavetrain.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetrain.IntegrationTest;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.sharing.Accounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.StringNode;

@IntegrationTest
class ExperimentServiceTest {

    private static final Definition DAMPED = Presets.all().get(0).definition();

    @Autowired Accounts accounts;
    @Autowired ExperimentService experiments;

    Caller ada;
    Caller joan;

    @BeforeEach
    void two_people() {
        ada = newcomer();
        joan = newcomer();
    }

    @Test
    void what_was_created_is_found_again() {
        ExperimentDetails created = experiments.create(ada, "  Mine ", "for later", DAMPED);
        assertThat(created.name()).isEqualTo("Mine");
        assertThat(created.version()).isEqualTo(1);
        assertThat(created.project()).isEqualTo(ada.home());
        assertThat(created.modelSummary().parameters()).isEqualTo(1_721);
        assertThat(experiments.find(ada, created.id())).isEqualTo(created);
    }

    @Test
    void a_preset_becomes_an_experiment_of_its_own_name_or_another() {
        for (Preset preset : Presets.all()) {
            ExperimentDetails created = experiments.createFromPreset(ada, preset.key(), null);
            assertThat(created.name()).isEqualTo(preset.name());
            assertThat(created.definition()).isEqualTo(preset.definition());
        }
        assertThat(experiments.createFromPreset(ada, "damped-gru", "Other").name())
                .isEqualTo("Other");
        assertThatThrownBy(() -> experiments.createFromPreset(ada, "nothing", null))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("preset does not exist");
    }

    @Test
    void another_project_s_experiment_does_not_exist() {
        ExperimentId id = experiments.create(ada, "Mine", "", DAMPED).id();
        assertThatThrownBy(() -> experiments.find(joan, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> experiments.update(joan, id, "Yours", "", DAMPED))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> experiments.archive(joan, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> experiments.definition(joan, id, 1)).isInstanceOf(NotFound.class);
        assertThat(experiments.list(joan, 0, 20).items()).isEmpty();
        assertThatThrownBy(() -> experiments.find(ada, new ExperimentId(UUID.randomUUID())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void only_a_changed_definition_makes_a_version_and_the_old_one_stays() {
        ExperimentId id = experiments.create(ada, "Mine", "", DAMPED).id();
        assertThat(experiments.update(ada, id, "Renamed", "why", DAMPED).version()).isEqualTo(1);
        ExperimentDetails changed = experiments.update(ada, id, "Renamed", "why", epochs(7));
        assertThat(changed.version()).isEqualTo(2);
        assertThat(experiments.find(ada, id)).isEqualTo(changed);
        assertThat(experiments.definition(ada, id, 1)).isEqualTo(DAMPED);
        assertThat(experiments.definition(ada, id, 2)).isEqualTo(epochs(7));
        assertThatThrownBy(() -> experiments.definition(ada, id, 3)).isInstanceOf(NotFound.class);
    }

    @Test
    void changes_at_the_same_time_each_make_their_own_version() throws Exception {
        ExperimentId id = experiments.create(ada, "Mine", "", DAMPED).id();
        List<Integer> versions = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<ExperimentDetails>> changes =
                    IntStream.rangeClosed(1, 16)
                            .<Callable<ExperimentDetails>>mapToObj(
                                    i -> () -> experiments.update(ada, id, "Mine", "", epochs(i)))
                            .toList();
            for (Future<ExperimentDetails> change : threads.invokeAll(changes)) {
                versions.add(change.get().version());
            }
        }
        assertThat(versions)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(2, 17).boxed().toList());
        assertThat(experiments.find(ada, id).version()).isEqualTo(17);
    }

    @Test
    void archived_experiments_leave_the_list_until_they_are_restored() {
        ExperimentId id = experiments.create(ada, "Mine", "", DAMPED).id();
        experiments.archive(ada, id);
        experiments.archive(ada, id);
        assertThat(experiments.list(ada, 0, 20).items()).isEmpty();
        assertThat(experiments.find(ada, id).archived()).isTrue();
        assertThatThrownBy(() -> experiments.update(ada, id, "Mine", "", DAMPED))
                .isInstanceOf(Conflict.class);
        experiments.unarchive(ada, id);
        assertThat(experiments.list(ada, 0, 20).items()).hasSize(1);
    }

    @Test
    void a_list_comes_in_pages_that_leave_nothing_out() {
        for (int i = 0; i < 5; i++) {
            experiments.create(ada, "Number " + i, "", epochs(i + 1));
        }
        List<String> names = new ArrayList<>();
        for (int page = 0; page < 3; page++) {
            var found = experiments.list(ada, page, 2);
            assertThat(found.total()).isEqualTo(5);
            found.items().forEach(item -> names.add(item.name()));
            found.items()
                    .forEach(item ->
                            assertThat(item.name())
                                    .endsWith(" " + (item.definition().training().epochs() - 1)));
        }
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "Number 0", "Number 1", "Number 2", "Number 3", "Number 4");
    }

    @Test
    void bad_pages_and_names_are_refused_by_field() {
        assertThatThrownBy(() -> experiments.list(ada, -1, 0))
                .hasMessage("page must be at least 0; size must be at least 1");
        assertThatThrownBy(() -> experiments.list(ada, Integer.MAX_VALUE, 201))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> experiments.create(ada, " ", "x".repeat(4_001), DAMPED))
                .hasMessage("name is required; description must have at most 4000 characters");
        assertThatThrownBy(() -> experiments.create(ada, "a\0b", "", DAMPED))
                .hasMessage("name is not allowed here: control characters");
        assertThat(experiments.list(ada, 0, 20).total()).isZero();
    }

    @Test
    void a_definition_that_cannot_train_is_not_stored() {
        Definition impossible =
                DefinitionJson.override(
                        DAMPED, Map.of("sequence.input.expression", StringNode.valueOf("1/x")));
        assertThatThrownBy(() -> experiments.create(ada, "Mine", "", impossible))
                .hasMessage("sequence.input.expression is not a finite number at x = 0.0");
        assertThat(experiments.list(ada, 0, 20).total()).isZero();
    }

    private Caller newcomer() {
        return accounts.caller(
                accounts.create("user-" + UUID.randomUUID(), "long enough password").user());
    }

    private static Definition epochs(int epochs) {
        return DefinitionJson.override(DAMPED, Map.of("training.epochs", IntNode.valueOf(epochs)));
    }
}
