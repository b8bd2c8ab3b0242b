package dev.wavetrain.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetrain.IntegrationTest;
import dev.wavetrain.Person;
import dev.wavetrain.TestRuns;
import dev.wavetrain.checkpoints.EvaluationRequest;
import dev.wavetrain.common.AccessWatch;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.Forbidden;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.MemberRole;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.common.Shared;
import dev.wavetrain.common.Visit;
import dev.wavetrain.common.Visits;
import dev.wavetrain.experiments.ExperimentService;
import dev.wavetrain.runs.GroupRequest;
import dev.wavetrain.runs.MetricSeries;
import dev.wavetrain.runs.RunCheckpoints;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunGroup;
import dev.wavetrain.runs.RunGroups;
import dev.wavetrain.runs.RunMetrics;
import dev.wavetrain.runs.RunQuery;
import dev.wavetrain.runs.RunRequest;
import dev.wavetrain.runs.RunService;
import dev.wavetrain.sharing.ShareLinks.Issued;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.IntNode;

@IntegrationTest
class ShareLinksTest {

    /** From the revocation to the end of what is open, at most. */
    private static final long SECONDS = 5;

    @LocalServerPort int port;
    @Autowired ApplicationContext context;
    @Autowired ShareLinks links;
    @Autowired Visits visits;
    @Autowired RunService runService;
    @Autowired RunGroups groups;
    @Autowired RunMetrics metrics;
    @Autowired RunCheckpoints checkpoints;
    @Autowired Projects projects;
    @Autowired Members members;
    @Autowired JdbcClient jdbc;

    TestRuns runs;
    Caller maker;
    RunId run;
    RunId other;

    @BeforeEach
    void two_runs_of_which_one_is_to_be_shared() {
        runs = new TestRuns(context);
        maker = runs.caller;
        run = runs.queue(2);
        other = runs.queue(1);
        runs.awaitEnd(run);
        runs.awaitEnd(other);
    }

    private Issued share() {
        return links.make(maker, new Shared.Run(run), "a friend", null);
    }

    private Visit visit(Issued made) {
        return visits.look(made.key()).orElseThrow();
    }

    @Test
    void a_link_shows_its_run_and_nothing_else() {
        Caller visitor = visit(share()).caller();

        assertThat(runService.find(visitor, run).name()).isEqualTo(runs.find(run).name());
        assertThat(metrics.series(visitor, run, MetricSeries.KEYS, 0, 10).next()).isEqualTo(2);
        assertThat(runService.findAll(visitor, List.of(run, other))).containsOnlyKeys(run);
        assertThatThrownBy(() -> runService.find(visitor, other)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> metrics.series(visitor, other, List.of(), 0, 10))
                .isInstanceOf(NotFound.class);
        assertThat(runService.list(visitor, RunQuery.ALL).items()).isEmpty();
        assertThat(projects.list(visitor)).isEmpty();
        assertThat(context.getBean(ExperimentService.class).list(visitor, 0, 10).items()).isEmpty();
    }

    @Test
    void a_visitor_is_told_neither_who_nor_where() {
        RunDetails shown = runService.find(visit(share()).caller(), run);
        RunDetails all = runs.find(run);

        assertThat(shown.toString())
                .doesNotContain(
                        all.project().toString(),
                        all.experiment().toString(),
                        all.owner().toString(),
                        all.ownerName(),
                        String.valueOf(all.worker()));
        assertThat(shown.provenance()).isNull();
        assertThat(shown.progress()).isEqualTo(all.progress());
    }

    @Test
    void a_visitor_looks_at_forecasts_and_takes_no_weights() {
        Caller visitor = visit(share()).caller();
        CheckpointId kept = checkpoints.list(visitor, run).getFirst().id();
        EvaluationRequest asked = new EvaluationRequest.FreeRun(0, 5);

        assertThat(checkpoints.glance(visitor, kept, asked).segments()).hasSize(1);
        assertThatThrownBy(() -> checkpoints.weights(visitor, kept)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> checkpoints.evaluate(visitor, kept, asked, null))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> checkpoints.family(visitor, run)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> runService.annotate(visitor, run, "mine", null, null))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> runService.bin(visitor, run)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> links.make(visitor, new Shared.Run(run), "", null))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void only_the_hash_of_a_key_is_stored() {
        Issued made = share();

        List<Map<String, Object>> stored =
                jdbc.sql("select * from share_link where id = ?")
                        .param(made.link().id())
                        .query()
                        .listOfRows();

        assertThat(stored).hasSize(1);
        assertThat(stored.toString()).doesNotContain(made.key()).contains(Secret.hash(made.key()));
        assertThat(made.toString()).doesNotContain(made.key());
    }

    @Test
    void who_comes_is_counted_and_who_only_looks_is_not() {
        Issued made = share();
        assertThat(made.link().opens()).isZero();

        visits.begin(made.key());
        visits.begin(made.key());
        visits.look(made.key());

        assertThat(links.of(maker, new Shared.Run(run)))
                .singleElement()
                .satisfies(link -> {
                    assertThat(link.opens()).isEqualTo(2);
                    assertThat(link.lastOpenedAt()).isNotNull();
                    assertThat(link.maker()).isEqualTo(maker.name());
                    assertThat(link.note()).isEqualTo("a friend");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "' or 1=1 --",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void a_wrong_key_opens_nothing(String key) {
        assertThat(visits.begin(key)).isEmpty();
    }

    @Test
    void what_is_open_ends_when_the_link_is_revoked_and_a_second_revocation_finds_none()
            throws InterruptedException {
        Issued made = share();
        Visit visit = visit(made);
        CountDownLatch over = new CountDownLatch(1);
        try (AccessWatch.Following _ = visits.follow(visit, over::countDown)) {
            links.revoke(maker, made.link().id());

            assertThat(over.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(visits.look(made.key())).isEmpty();
        assertThatThrownBy(() -> runService.find(visit.caller(), run)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> links.revoke(maker, made.link().id()))
                .isInstanceOf(NotFound.class);
    }

    /** All that another process does is to write it down. */
    @Test
    void what_is_open_ends_when_another_process_revokes_its_link() throws InterruptedException {
        Issued made = share();
        CountDownLatch over = new CountDownLatch(1);
        try (AccessWatch.Following _ = visits.follow(visit(made), over::countDown)) {
            jdbc.sql("update share_link set revoked_at = current_timestamp where id = ?")
                    .param(made.link().id())
                    .update();

            assertThat(over.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void what_is_open_ends_with_the_links_time() throws InterruptedException {
        Issued made = links.make(maker, new Shared.Run(run), "", Instant.now().plusSeconds(3_600));
        CountDownLatch over = new CountDownLatch(1);
        try (AccessWatch.Following _ = visits.follow(visit(made), over::countDown)) {
            jdbc.sql("update share_link set expires_at = created_at where id = ?")
                    .param(made.link().id())
                    .update();

            assertThat(over.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(visits.look(made.key())).isEmpty();
        assertThat(links.of(maker, new Shared.Run(run))).isEmpty();
    }

    @Test
    void a_run_in_the_bin_is_not_shown_until_it_is_taken_out() throws InterruptedException {
        Issued made = share();
        CountDownLatch over = new CountDownLatch(1);
        try (AccessWatch.Following _ = visits.follow(visit(made), over::countDown)) {
            runService.bin(maker, run);

            assertThat(over.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(visits.look(made.key())).isEmpty();
        assertThatThrownBy(this::share).isInstanceOf(Conflict.class);

        runService.restore(maker, run);

        assertThat(visits.look(made.key())).isPresent();
    }

    @Test
    void nothing_of_a_project_in_the_bin_is_shown() {
        Issued made = share();
        ProjectId project = projects.create(maker, "To the bin").id();
        context.getBean(ExperimentService.class).move(maker, runs.experiment, project);

        jdbc.sql("update project set deleted_at = current_timestamp where id = ?")
                .param(project.value())
                .update();

        assertThat(visits.look(made.key())).isEmpty();
    }

    @Test
    void making_and_revoking_are_written_down_without_the_key() {
        Issued made = share();
        links.revoke(maker, made.link().id());

        List<Map<String, Object>> told =
                jdbc.sql("select * from audit_entry where subject_id = ? order by number")
                        .param(made.link().id())
                        .query()
                        .listOfRows();

        assertThat(told)
                .extracting(row -> row.get("action"))
                .containsExactly("LINK_MADE", "LINK_REVOKED");
        assertThat(told.toString()).contains("a friend").doesNotContain(made.key());
    }

    @Test
    void a_link_goes_with_the_experiment_to_another_project() {
        Issued made = share();
        ProjectId to = projects.create(maker, "Elsewhere").id();
        Person admin = Person.make(context, port);
        members.add(maker, to, admin.name(), MemberRole.ADMIN);

        context.getBean(ExperimentService.class).move(maker, runs.experiment, to);

        assertThat(visits.look(made.key())).isPresent();
        assertThat(links.in(maker, maker.home())).isEmpty();
        assertThat(links.in(admin.caller(), to)).hasSize(1);
        links.revoke(admin.caller(), made.link().id());
        assertThat(visits.look(made.key())).isEmpty();
    }

    @Test
    void editors_make_links_and_revoke_their_own_admins_all_and_viewers_none() {
        ProjectId project = projects.create(maker, "Team").id();
        context.getBean(ExperimentService.class).move(maker, runs.experiment, project);
        Person editor = Person.make(context, port);
        Person viewer = Person.make(context, port);
        members.add(maker, project, editor.name(), MemberRole.EDITOR);
        members.add(maker, project, viewer.name(), MemberRole.VIEWER);
        Shared what = new Shared.Run(run);
        Issued admins = share();
        Issued editors = links.make(editor.caller(), what, "", null);

        assertThat(links.of(editor.caller(), what)).hasSize(2);
        assertThatThrownBy(() -> links.in(editor.caller(), project)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> links.make(viewer.caller(), what, "", null))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> links.of(viewer.caller(), what)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> links.revoke(viewer.caller(), admins.link().id()))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> links.revoke(editor.caller(), admins.link().id()))
                .isInstanceOf(Forbidden.class);

        members.remove(maker, project, editor.account().user());

        assertThat(visits.look(editors.key())).as("after its maker has left").isPresent();
        assertThatThrownBy(() -> links.revoke(editor.caller(), editors.link().id()))
                .isInstanceOf(NotFound.class);
        links.revoke(maker, editors.link().id());
        assertThat(visits.look(editors.key())).isEmpty();
    }

    @Test
    void strangers_make_no_links() {
        Caller stranger = Person.make(context, port).caller();

        assertThatThrownBy(() -> links.make(stranger, new Shared.Run(run), "", null))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> links.revoke(stranger, share().link().id()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_group_is_shown_without_its_runs_pages_and_compared_only_with_what_was_shared() {
        RunGroup one = group();
        RunGroup two = group();
        RunGroup three = group();
        Issued ofOne = links.make(maker, new Shared.Group(one.details().id()), "", null);
        Issued ofBoth =
                links.make(
                        maker,
                        new Shared.Comparison(one.details().id(), two.details().id()),
                        "",
                        null);

        Caller visitor = visit(ofOne).caller();
        RunGroup shown = groups.find(visitor, one.details().id());
        assertThat(shown.runs()).hasSize(2);
        assertThat(shown.details().ownerName()).isEmpty();
        assertThat(shown.toString()).doesNotContain(one.details().experiment().toString());
        RunId inside = one.runs().getFirst().id();
        assertThatThrownBy(() -> runService.find(visitor, inside)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> groups.find(visitor, two.details().id()))
                .isInstanceOf(NotFound.class);

        Caller comparing = visit(ofBoth).caller();
        assertThat(groups.compare(comparing, one.details().id(), two.details().id()).contrasts())
                .isNotEmpty();
        assertThatThrownBy(
                        () -> groups.compare(comparing, one.details().id(), three.details().id()))
                .isInstanceOf(NotFound.class);
    }

    private RunGroup group() {
        return groups.queue(
                maker,
                runs.experiment,
                new GroupRequest(
                        List.of(1L, 2L),
                        new RunRequest(
                                null,
                                null,
                                List.of(),
                                0,
                                Map.of("training.epochs", IntNode.valueOf(1)))));
    }

    @Test
    void a_link_that_makes_no_sense_is_refused() {
        Shared what = new Shared.Run(run);
        var group = group().details().id();
        Instant now = Instant.now();

        assertThatThrownBy(() -> links.make(maker, what, "n".repeat(10_000), null))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> links.make(maker, what, "a\u0000b", null))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> links.make(maker, what, "", now.minusSeconds(1)))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> links.make(maker, what, "", now.plus(Duration.ofDays(40_000))))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> links.make(maker, what, "", Instant.MAX))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> links.make(maker, new Shared.Comparison(group, group), "", null))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() ->
                        links.make(maker, new Shared.Run(new RunId(UUID.randomUUID())), "", null))
                .isInstanceOf(NotFound.class);
        assertThat(links.of(maker, what)).isEmpty();
    }
}
