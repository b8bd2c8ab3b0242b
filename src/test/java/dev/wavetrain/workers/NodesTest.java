package dev.wavetrain.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.wavetrain.GatedDataSource;
import dev.wavetrain.IntegrationTest;
import dev.wavetrain.TestRuns;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Forbidden;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.RunId;
import dev.wavetrain.common.UserId;
import dev.wavetrain.runs.RunState;
import dev.wavetrain.sharing.Accounts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@IntegrationTest
@Import({ScriptedTraining.Instead.class, GatedDataSource.Around.class})
@TestPropertySource(
        properties = {
            "wavetrain.workers.slots=1",
            "wavetrain.workers.name=the one here",
            "wavetrain.workers.poll-every=100ms",
            // Beats are this test's.
            "wavetrain.workers.heartbeat-every=1h"
        })
class NodesTest {

    private static final int EPOCHS = 250;

    @Autowired ApplicationContext context;
    @Autowired ScriptedTraining training;
    @Autowired Nodes nodes;
    @Autowired NodeRows rows;
    @Autowired ThisNode here;
    @Autowired Heartbeats heartbeats;
    @Autowired JdbcClient jdbc;
    @Autowired DataSource database;
    @Autowired Accounts accounts;
    TestRuns runs;
    Caller owner;

    @BeforeEach
    void somebody_new_and_the_owner() {
        runs = new TestRuns(context);
        UUID id = jdbc.sql("select owner_id from server").query(UUID.class).single();
        owner = accounts.caller(new UserId(id));
        training.follow(ScriptedTraining.real());
    }

    @AfterEach
    void all_as_before() {
        rows.deleteOthers(here.id());
        nodes.ask(owner, here.id(), Intake.OPEN);
    }

    @Test
    void it_says_what_it_is_and_what_it_trains_to_whom_it_may() {
        training.follow(ScriptedTraining.heldAt(3));
        RunId run = runs.queue(EPOCHS);
        await().until(() -> runs.find(run).progress().epoch() == 3);

        NodeStatus seen = only(nodes.list(runs.caller));
        assertThat(seen.node().name()).isEqualTo("the one here");
        assertThat(seen.node().process()).isEqualTo(ProcessHandle.current().pid());
        assertThat(seen.node().slots()).isEqualTo(1);
        assertThat(seen.silent()).isFalse();
        assertThat(seen.used()).isEqualTo(1);
        assertThat(seen.trains()).singleElement().extracting(it -> it.id()).isEqualTo(run);
        NodeStatus strangers = only(nodes.list(new TestRuns(context).caller));
        assertThat(strangers.trains()).isEmpty();
        assertThat(strangers.others()).isEqualTo(1);
        cancel(run);
    }

    @Test
    void a_drained_one_ends_what_it_has_and_takes_nothing_until_it_is_asked_to() {
        training.follow(ScriptedTraining.heldAt(3));
        RunId trained = runs.queue(EPOCHS);
        await().until(() -> runs.find(trained).progress().epoch() == 3);

        assertThat(nodes.ask(owner, here.id(), Intake.DRAINING).node().intake())
                .isEqualTo(Intake.DRAINING);
        RunId waiting = runs.queue(1);
        assertThat(nodes.anyTakesRuns()).isFalse();
        assertThat(runs.find(trained).state()).isEqualTo(RunState.RUNNING);
        cancel(trained);
        assertThat(runs.find(waiting).state()).isEqualTo(RunState.QUEUED);

        nodes.ask(owner, here.id(), Intake.OPEN);
        assertThat(runs.awaitEnd(waiting).state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void what_is_put_aside_goes_on_where_it_stopped_to_the_same_bits() {
        RunId undisturbed = runs.queue(EPOCHS);
        runs.awaitEnd(undisturbed);
        training.follow(ScriptedTraining.heldAt(130));
        RunId run = runs.queue(EPOCHS);
        await().until(() -> runs.find(run).progress().epoch() == 130);

        nodes.ask(owner, here.id(), Intake.EMPTYING);
        await().until(() -> runs.find(run).state() == RunState.QUEUED);
        await().until(() -> only(nodes.list(runs.caller)).used() == 0);
        RunId later = runs.queue(1);
        training.follow(ScriptedTraining.real());
        nodes.ask(owner, here.id(), Intake.OPEN);

        assertThat(runs.awaitEnd(run).state()).isEqualTo(RunState.COMPLETED);
        assertThat(runs.find(run).attempt()).isEqualTo(2);
        assertThat(runs.find(run).finishedAt()).isBefore(runs.awaitEnd(later).finishedAt());
        new RunsCompared(context, runs).assertSame(run, undisturbed, EPOCHS);
    }

    @Test
    void what_was_asked_elsewhere_is_heard_at_the_next_heartbeat() {
        rows.ask(here.id(), Intake.DRAINING);
        here.beat();
        RunId waiting = runs.queue(1);
        rows.ask(here.id(), Intake.OPEN);
        assertThat(runs.find(waiting).state()).isEqualTo(RunState.QUEUED);

        here.beat();

        assertThat(runs.awaitEnd(waiting).state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void only_the_owner_of_the_server_may_ask() {
        assertThatThrownBy(() -> nodes.ask(runs.caller, here.id(), Intake.DRAINING))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> nodes.ask(owner, new NodeId(UUID.randomUUID()), Intake.DRAINING))
                .isInstanceOf(NotFound.class);
        assertThat(nodes.anyTakesRuns()).isTrue();
    }

    @Test
    void one_that_is_not_heard_from_is_told_from_the_others_and_forgotten_after_a_day() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        WorkerNode silent = other("silent", now.minus(7, ChronoUnit.HOURS));
        WorkerNode gone = other("gone", now.minus(25, ChronoUnit.HOURS));
        rows.insert(silent);
        rows.insert(gone);

        assertThat(nodes.list(owner)).filteredOn(NodeStatus::silent).hasSize(2);
        here.beat();

        assertThat(nodes.list(owner))
                .filteredOn(NodeStatus::silent)
                .extracting(NodeStatus::node)
                .containsExactly(silent);
    }

    @Test
    void the_next_start_of_the_same_worker_takes_the_place_of_one_that_was_killed() {
        WorkerNode self = only(nodes.list(owner)).node();
        rows.insert(
                new WorkerNode(
                        new NodeId(UUID.randomUUID()),
                        self.name(),
                        self.host(),
                        1,
                        "1.0",
                        2,
                        Intake.DRAINING,
                        self.startedAt().minus(9, ChronoUnit.HOURS),
                        self.startedAt().minus(7, ChronoUnit.HOURS)));

        here.beat();

        assertThat(only(nodes.list(owner)).node().id()).isEqualTo(here.id());
    }

    @Test
    void a_database_that_is_away_stops_no_heartbeat() {
        GatedDataSource gated = (GatedDataSource) database;
        gated.breakDown();
        here.beat();
        assertThat(gated.refused()).isPositive();
        gated.heal();
        rows.delete(here.id());

        here.beat();

        assertThat(only(nodes.list(owner)).silent()).isFalse();
    }

    @Test
    void one_that_stops_in_order_is_gone_at_once() {
        heartbeats.stop();
        assertThat(nodes.list(owner)).isEmpty();
        here.beat();
    }

    private static WorkerNode other(String name, Instant heard) {
        return new WorkerNode(
                new NodeId(UUID.randomUUID()),
                name,
                "elsewhere",
                1,
                "1.0",
                2,
                Intake.OPEN,
                heard,
                heard);
    }

    private void cancel(RunId run) {
        context.getBean(dev.wavetrain.runs.RunService.class).cancel(runs.caller, run);
        runs.awaitEnd(run);
    }

    private static NodeStatus only(List<NodeStatus> found) {
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
