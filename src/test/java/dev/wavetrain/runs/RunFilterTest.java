package dev.wavetrain.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.IntegrationTest;
import dev.wavetrain.TestRuns;
import dev.wavetrain.common.GroupId;
import dev.wavetrain.common.Page;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.filter.FilterField;
import dev.wavetrain.runs.filter.FilterFields;
import dev.wavetrain.runs.filter.Operator;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** Filters find the runs that they describe, on each database. */
@IntegrationTest
class RunFilterTest {

    @Autowired ApplicationContext context;
    @Autowired RunService service;
    @Autowired RunGroups groups;
    @Autowired RunIndex index;
    @Autowired Favourites favourites;
    @Autowired RunMetrics metrics;
    @Autowired RunHeads heads;
    @Autowired JdbcClient jdbc;

    /** The runs of this test stay where they are. */
    @MockitoBean RunQueue queue;

    TestRuns ada;
    RunId gru;
    RunId deep;
    RunId plain;

    @BeforeEach
    void three_runs() {
        ada = new TestRuns(context);
        gru = queued("GRU 100%", List.of("baseline", "x"), Map.of("network.cell", text("GRU")));
        deep =
                queued(
                        "Damped \"deep\"",
                        List.of("Base_line"),
                        Map.of(
                                "network.units",
                                JsonNodeFactory.instance.arrayNode().add(64).add(8)));
        plain =
                queued(
                        "plain",
                        List.of(),
                        Map.of(
                                "training.optimizer.kind", text("ADAM"),
                                "training.batchSize", IntNode.valueOf(16)));
        measured(gru, "COMPLETED", 0.5, 0.005, Duration.ofHours(1));
        measured(deep, "FAILED", 0.25, null, Duration.ofDays(3));
        service.annotate(ada.caller, plain, null, "Looks at 50% of it", null);
    }

    @Test
    void by_what_was_measured() {
        finds("val_loss < 0.01", gru);
        finds("not val_loss < 0.01", deep, plain);
        finds("best_val_loss <= 0.005", gru);
        finds("best_val_loss is empty", deep, plain);
        finds("loss >= 0.25", gru, deep);
        finds("loss != 0.25", gru, plain);
        finds("loss in (0.25, 0.5)", gru, deep);
        finds("loss is empty", plain);
        finds("epoch > 4.5", gru, deep);
        finds("epoch = 4.5");
        finds("best_epoch = 3", gru, deep);
        finds("seconds > 30s and seconds <= 1m", gru, deep);
        finds("seconds is empty", plain);
    }

    @Test
    void a_loss_that_is_no_number_is_beyond_all_numbers() {
        measured(plain, "DIVERGED", Double.NaN, Double.POSITIVE_INFINITY, Duration.ofDays(1));
        finds("loss = NaN", plain);
        finds("loss > 1000", plain);
        finds("val_loss = Infinity", plain);
    }

    @Test
    void by_the_definition() {
        finds("cell = \"GRU\"", gru);
        finds("network.cell != gru", deep, plain);
        finds("cell in (lstm, gru)", gru);
        finds("optimizer = ADAM", plain);
        finds("training.batchSize < 11", gru, deep);
        finds("units > 60", deep);
        finds("units = 8", deep);
        finds("not units = 40", deep);
        finds("momentum is empty", plain);
        finds("earlyStopping is empty", gru, deep, plain);
        finds("earlyStopping is not empty");
        finds("signal contains \"COS(\"", gru, deep, plain);
        finds("signal ~ tan");
    }

    /** What lower case is the database decides: of these letters Java's is another. */
    @Test
    void what_is_written_as_it_was_stored_is_found() {
        RunId greek = queued("Übung İ", List.of("ΟΔΟΣ"), Map.of());
        service.annotate(ada.caller, greek, null, "ΤΕΛΟΣ", null);
        finds("tag = ΟΔΟΣ", greek);
        finds("tag:ΟΔΟΣ", greek);
        finds("tag ~ ΟΔΟΣ", greek);
        finds("ΟΔΟΣ", greek);
        finds("\"Übung İ\"", greek);
        finds("name = \"Übung İ\"", greek);
        finds("name in (x, \"Übung İ\")", greek);
        finds("notes = ΤΕΛΟΣ", greek);
        finds("ΤΕΛΟΣ", greek);
    }

    @Test
    void by_what_people_call_it() {
        finds("tag = BASELINE", gru);
        finds("tag = base_line", deep);
        finds("tag ~ base", gru, deep);
        finds("tag in (x, base_line)", gru, deep);
        finds("tags is empty", plain);
        finds("name = 'damped \"deep\"'", deep);
        finds("name ~ 0%", gru);
        finds("name not contains p", gru);
        finds("notes ~ \"50%\"", plain);
        finds("notes is empty", gru, deep);
        finds("owner = \"" + ada.caller.name() + "\"", gru, deep, plain);
        finds("owner != \"" + ada.caller.name() + "\"");
        finds("\"50% of\"", plain);
        finds("of looks -gru", plain);
    }

    @Test
    void by_where_it_stands_and_belongs() {
        GroupId group =
                groups.queue(
                                ada.caller,
                                ada.experiment,
                                new GroupRequest(
                                        List.of(1L),
                                        new RunRequest(
                                                null, "My group", List.of(), null, Map.of())))
                        .details()
                        .id();
        RunId grouped =
                service.list(ada.caller, query("name = \"my group\"")).items().getFirst().id();
        favourites.set(ada.caller, deep, true);

        finds("group = \"My Group\"", grouped);
        finds("group = " + group, grouped);
        finds("group ~ gro", grouped);
        finds("group is empty", gru, deep, plain);
        finds("group != " + group, gru, deep, plain);
        finds("-group:" + group, gru, deep, plain);
        finds("experiment = " + ada.experiment, gru, deep, plain, grouped);
        finds("experiment ~ damped", gru, deep, plain, grouped);
        finds("experiment = nothing");
        finds("state = failed", deep);
        finds("state in (FAILED, COMPLETED)", gru, deep);
        finds("state is empty");
        finds("favourite = true", deep);
        finds("favourite = false", gru, plain, grouped);
        finds("failure is empty", gru, deep, plain, grouped);
        finds("worker = nobody");
        finds("seed = 7", gru, deep, plain);
        finds("version = 1 and priority < 1", gru, deep, plain, grouped);
    }

    @Test
    void by_time() {
        finds("started > 2d", gru);
        finds("started < 2d", deep);
        finds("started is empty", plain);
        finds("queued > 1h", gru, deep, plain);
        finds("finished < 2999-01-01", gru, deep);
    }

    @Test
    void by_all_at_once() {
        finds(
                "val_loss < 0.01 and (cell = \"GRU\" or tag = baseline) and started > 2d"
                        + " and not state = FAILED",
                gru);
        finds("state = FAILED or optimizer = ADAM and units = 40", deep, plain);
        finds("not (state = FAILED or cell = GRU)", plain);
    }

    @Test
    void every_field_can_be_asked_everything_that_fits() {
        for (FilterField field : FilterFields.all()) {
            List<String> written = new ArrayList<>(List.of(field.name() + " is empty"));
            for (Operator operator : field.operators()) {
                written.add(field.name() + " " + operator.sign() + " " + value(field));
            }
            for (String each : written) {
                long with = total(each);
                assertThat(total("not " + each)).as(each).isEqualTo(3 - with);
            }
        }
    }

    @Test
    void values_are_never_a_part_of_the_query() {
        for (String value : List.of("x' or 1=1 --", "%", "_", "!", "\\\\", "') --", "\\\"")) {
            finds("name = \"" + value + "\"");
            finds("signal = \"" + value + "\"");
            finds("owner ~ \"" + value + " \"");
        }
    }

    @Test
    void small_curves_are_a_few_epochs_of_each_run() {
        for (int epoch = 1; epoch <= 5; epoch++) {
            jdbc.sql("insert into run_epoch (run_id, epoch, loss, val_loss) values (?, ?, ?, ?)")
                    .params(gru.value(), epoch, 1.0 / epoch, null)
                    .update();
        }
        Map<RunId, MetricSeries.Line> curves =
                metrics.sparklines(ada.caller, List.of(gru, deep, plain), 3);
        assertThat(curves).containsOnlyKeys(gru);
        assertThat(curves.get(gru).step()).containsExactly(1, 3, 5);
        assertThat(curves.get(gru).value()).containsExactly(1, 1.0 / 3, 0.2);
        assertThat(metrics.sparklines(ada.caller, List.of(gru), 48).get(gru).step())
                .containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void runs_from_elsewhere_are_found_when_the_index_is_complete() {
        jdbc.sql("update run set settings_key = null, seconds = null where id = :run")
                .param("run", gru.value())
                .update();
        finds("cell = GRU");
        index.complete();
        finds("cell = GRU", gru);
        finds("seconds = 60", gru, deep);
    }

    @Test
    void runs_stand_under_headings_that_sum_them() {
        Page<RunHead> experiments = headed("", Grouping.EXPERIMENT, 10);
        assertThat(experiments.items()).hasSize(1);
        RunHead head = experiments.items().getFirst();
        assertThat(head.key()).isEqualTo(ada.experiment.toString());
        assertThat(head.name()).isNotBlank();
        assertThat(head.runs()).isEqualTo(3);
        assertThat(head.states())
                .isEqualTo(
                        Map.of(RunState.COMPLETED, 1L, RunState.FAILED, 1L, RunState.QUEUED, 1L));
        assertThat(head.best()).isEqualTo(0.005);
        assertThat(headed("state = FAILED", Grouping.EXPERIMENT, 10).items().getFirst().best())
                .isNull();
        assertThat(headed("tag = nobody", Grouping.EXPERIMENT, 10).items()).isEmpty();
    }

    @Test
    void a_run_stands_under_each_of_its_tags_however_they_are_written() {
        service.annotate(ada.caller, plain, null, null, List.of("X", "late"));
        RunId bare = queued("bare", List.of(), Map.of());
        Page<RunHead> tags = headed("", Grouping.TAG, 10);
        assertThat(tags.total()).isEqualTo(5);
        assertThat(tags.items().getLast().key()).isNull();
        assertThat(tags.items())
                .filteredOn(head -> "x".equalsIgnoreCase(head.key()))
                .extracting(RunHead::runs)
                .containsExactly(2L);
        assertThat(under(Grouping.TAG, "X")).containsExactlyInAnyOrder(gru, plain);
        assertThat(under(Grouping.TAG, null)).containsExactly(bare);
    }

    @Test
    void groups_of_seeds_come_before_the_runs_without_one() {
        RunRequest request = new RunRequest(null, "Mine", List.of(), null, Map.of());
        var group =
                groups.queue(
                        ada.caller, ada.experiment, new GroupRequest(List.of(1L, 2L), request));
        Page<RunHead> first = headed("", Grouping.GROUP, 1);
        assertThat(first.total()).isEqualTo(2);
        assertThat(first.items().getFirst().name()).isEqualTo("Mine");
        assertThat(under(Grouping.GROUP, group.details().id().toString()))
                .hasSize(2)
                .doesNotContain(gru, deep, plain);
        assertThat(under(Grouping.GROUP, null)).containsExactlyInAnyOrder(gru, deep, plain);
    }

    @Test
    void a_list_is_read_from_any_place() {
        List<RunId> all = ids(query("").window(0, 10));
        assertThat(ids(query("").window(1, 2))).isEqualTo(all.subList(1, 3));
        assertThat(service.list(ada.caller, query("").window(2, 1)).total()).isEqualTo(3);
        assertThat(service.any(ada.caller, query("state = FAILED"))).isTrue();
        assertThat(service.any(ada.caller, query("state = RUNNING"))).isFalse();
    }

    private Page<RunHead> headed(String filter, Grouping by, int most) {
        return heads.heads(ada.caller, query(filter), by, 0, most);
    }

    private List<RunId> under(Grouping by, String key) {
        return ids(query("").within(new RunQuery.Part(by, key)));
    }

    private List<RunId> ids(RunQuery query) {
        return service.list(ada.caller, query).items().stream().map(RunDetails::id).toList();
    }

    private static String value(FilterField field) {
        return switch (field.kind()) {
            case NUMBER, DURATION -> "3";
            case TIME -> "2d";
            case TEXT, TAG, NAMED -> "something";
            case WORD, FLAG -> field.values().getFirst();
            case PART -> "";
        };
    }

    private static StringNode text(String value) {
        return StringNode.valueOf(value);
    }

    private RunId queued(
            String name, List<String> tags, Map<String, tools.jackson.databind.JsonNode> changes) {
        return ada.queue(new RunRequest(7L, name, tags, null, changes));
    }

    private void measured(RunId run, String state, double loss, Double valLoss, Duration ago) {
        Instant started = Instant.now().minus(ago);
        jdbc.sql(
                        """
                        update run set state = ?, loss = ?, val_loss = ?, best = ?, best_epoch = 3,
                        epoch = 5, started_at = ?, finished_at = ?, seconds = 60 where id = ?
                        """)
                .params(
                        state,
                        loss,
                        valLoss,
                        valLoss == null ? Double.valueOf(loss) : valLoss,
                        Timestamp.from(started),
                        Timestamp.from(started.plusSeconds(60)),
                        run.value())
                .update();
    }

    private long total(String filter) {
        return service.list(ada.caller, query(filter)).total();
    }

    private void finds(String filter, RunId... runs) {
        assertThat(service.list(ada.caller, query(filter)).items())
                .as(filter)
                .extracting(RunDetails::id)
                .containsExactlyInAnyOrder(runs);
    }

    private static RunQuery query(String filter) {
        return new RunQuery(filter, "", 0, 50);
    }
}
