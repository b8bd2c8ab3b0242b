package dev.wavetrain.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.IntegrationTest;
import dev.wavetrain.TestRuns;
import dev.wavetrain.common.RunId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.StringNode;

/** Words and settings are found by what the database keeps for them, on each database. */
@IntegrationTest
class RunSearchTest {

    @Autowired ApplicationContext context;
    @Autowired RunService service;
    @Autowired JdbcClient jdbc;

    /** The runs of this test stay where they are. */
    @MockitoBean RunQueue queue;

    TestRuns ada;
    RunId gru;
    RunId adam;

    @BeforeEach
    void two_runs() {
        ada = new TestRuns(context);
        gru = queued(ada, "Tall Wave", List.of("Wide", "late"), "network.cell", "GRU");
        adam = queued(ada, "Other", List.of(), "training.optimizer.kind", "ADAM");
    }

    @Test
    void words_are_looked_for_in_what_a_run_is_called_now() {
        finds("wave", gru);
        service.annotate(ada.caller, gru, "Flat line", "Once a WAVE 100% wide", List.of("x_y"));
        finds("wave", gru);
        finds("tall");
        finds("late");
        finds("\"100% w\"", gru);
        finds("x_y", gru);
        finds("flat wave -late", gru);
        finds("not flat", adam);
        service.annotate(ada.caller, gru, null, "", null);
        finds("wave");
        finds("-wave", gru, adam);
        finds(ada.caller.name().toUpperCase(Locale.ROOT), gru, adam);
    }

    @Test
    void a_text_is_found_in_one_place_and_never_across_two() {
        finds("\"wave wide\"");
        finds("\"tall wave\"", gru);
        finds("\"wave" + ada.caller.name() + "\"");
    }

    @Test
    void a_state_is_a_word_only_as_a_whole() {
        finds("queued", gru, adam);
        finds("queue");
        finds("not queued");
        jdbc.sql("update run set state = 'FAILED' where id = ?").param(gru.value()).update();
        finds("FAILED and wave", gru);
        finds("queued or failed", gru, adam);
    }

    @Test
    void words_settings_and_all_else_are_joined_as_they_are_written() {
        finds("wave or optimizer = ADAM", gru, adam);
        finds("wave and optimizer = ADAM");
        finds("not (cell = GRU or optimizer = ADAM)");
        finds("not (cell = GRU and optimizer = ADAM) and not late", adam);
        finds("cell = GRU and tag = late or cell != GRU and momentum is empty", gru, adam);
        finds("cell = GRU and not cell = LSTM and units < 1000 and wave", gru);
        finds("(cell = GRU or seed = 8) and (optimizer != ADAM or seed = 8)", gru);
    }

    @Test
    void a_run_whose_settings_are_not_read_yet_has_none() {
        jdbc.sql("update run set settings_key = null where id = ?").param(gru.value()).update();
        finds("cell = GRU");
        finds("cell != GRU", gru, adam);
        finds("not (cell = GRU or optimizer = ADAM)", gru);
        finds("optimizer is empty and cell is empty", gru);
        finds("optimizer is not empty", adam);
        finds("cell is empty or wave", gru);
    }

    @Test
    void equal_definitions_of_others_and_new_ones_make_no_difference() {
        TestRuns eve = new TestRuns(context);
        RunId hers = queued(eve, "Tall Wave", List.of("Wide", "late"), "network.cell", "GRU");
        finds("cell = GRU", gru);
        finds("wave", gru);
        assertThat(ids(eve, "cell = GRU or wave", false)).containsExactly(hers);
        RunId large =
                ada.queue(
                        new RunRequest(
                                7L,
                                "large",
                                List.of(),
                                null,
                                Map.of(
                                        "network.cell", StringNode.valueOf("GRU"),
                                        "training.batchSize", IntNode.valueOf(17))));
        finds("cell = GRU", gru, large);
        service.bin(ada.caller, large);
        finds("cell = GRU", gru);
        assertThat(ids(ada, "cell = GRU and large", true)).containsExactly(large);
        assertThat(ids(ada, "not cell = GRU or wave", true)).isEmpty();
    }

    @Test
    void each_page_knows_how_many_there_are_in_any_order() {
        for (int i = 0; i < 3; i++) {
            queued(ada, "Wave " + i, List.of(), "network.cell", "GRU");
        }
        for (String sort : List.of("-queuedAt", "name", "-best_val_loss")) {
            List<RunId> all = page("wave cell = GRU", sort, 0, 10);
            assertThat(all).hasSize(4).doesNotHaveDuplicates();
            List<RunId> paged = new ArrayList<>();
            for (int first = 0; first < 6; first += 2) {
                paged.addAll(page("wave cell = GRU", sort, first, 2));
            }
            assertThat(paged).as(sort).isEqualTo(all);
        }
    }

    private List<RunId> page(String filter, String sort, int first, int most) {
        var page = service.list(ada.caller, new RunQuery(filter, sort, 0, 50).window(first, most));
        assertThat(page.total()).as(sort + " from " + first).isEqualTo(4);
        return page.items().stream().map(RunDetails::id).toList();
    }

    private void finds(String filter, RunId... runs) {
        assertThat(ids(ada, filter, false)).as(filter).containsExactlyInAnyOrder(runs);
    }

    private List<RunId> ids(TestRuns whose, String filter, boolean binned) {
        RunQuery query = new RunQuery(filter, "", 0, 50, binned, null);
        return service.list(whose.caller, query).items().stream().map(RunDetails::id).toList();
    }

    private static RunId queued(
            TestRuns whose, String name, List<String> tags, String path, String value) {
        return whose.queue(
                new RunRequest(7L, name, tags, null, Map.of(path, StringNode.valueOf(value))));
    }
}
