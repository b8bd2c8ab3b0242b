package dev.wavetrain.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.wavetrain.ApiClient;
import dev.wavetrain.IntegrationTest;
import dev.wavetrain.MovedClock;
import dev.wavetrain.Person;
import dev.wavetrain.TestRuns;
import dev.wavetrain.common.AuditLog;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.MemberRole;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.Role;
import dev.wavetrain.common.RunId;
import dev.wavetrain.experiments.ExperimentService;
import dev.wavetrain.runs.RunService;
import dev.wavetrain.runs.RunState;
import dev.wavetrain.sharing.Members;
import dev.wavetrain.sharing.ProjectBin;
import dev.wavetrain.sharing.Projects;
import dev.wavetrain.talking.Comments;
import dev.wavetrain.talking.Notice;
import dev.wavetrain.talking.Notices;
import dev.wavetrain.webhooks.Delivery.State;
import dev.wavetrain.webhooks.Delivery.Trouble;
import dev.wavetrain.webhooks.internal.Answer;
import dev.wavetrain.webhooks.internal.DeliveryRows;
import dev.wavetrain.webhooks.internal.Due;
import dev.wavetrain.webhooks.internal.DueRows;
import dev.wavetrain.webhooks.internal.HttpSender;
import dev.wavetrain.webhooks.internal.Sender;
import dev.wavetrain.webhooks.internal.Signature;
import dev.wavetrain.webhooks.internal.WebhookRows;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;

/**
 * What becomes of each delivery. The application's own senders go by the real time: what tests send
 * themselves is due only years later, by a clock of theirs.
 */
@IntegrationTest
class WebhooksTest {

    /** Refused before anything is connected to. */
    private static final String INSIDE = "https://127.0.0.1:9/hook?key=secret-part";

    private static final Answer FINE = new Answer(204, null, null);
    private static final Answer BAD = new Answer(500, Trouble.STATUS, null);

    @LocalServerPort int port;
    @Autowired ApplicationContext context;
    @Autowired JdbcClient jdbc;
    @Autowired Webhooks webhooks;
    @Autowired WebhookRows hooks;
    @Autowired DeliveryRows deliveries;
    @Autowired DueRows due;
    @Autowired Notices notices;
    @Autowired AuditLog audit;
    @Autowired Projects projects;
    @Autowired ProjectBin bin;
    @Autowired Members members;
    @Autowired RunService runs;
    @Autowired ExperimentService experiments;
    @Autowired Comments comments;
    @Autowired TransactionOperations transaction;

    final MovedClock clock = new MovedClock();
    final List<String> sent = new ArrayList<>();
    Answer answer = FINE;
    Person ada;
    Person bob;
    ProjectId project;
    String secret;

    @BeforeEach
    void a_project_with_a_webhook() {
        ada = Person.make(context, port);
        bob = Person.make(context, port);
        project = projects.create(ada.caller(), "Told").id();
        members.add(ada.caller(), project, bob.name(), MemberRole.VIEWER);
        secret = Signature.newSecret();
        hook(INSIDE, true);
    }

    @Test
    void an_end_and_a_comment_are_written_down_and_sent() {
        RunId run = queued(1);
        awaitEnd(run);
        comments.add(bob.caller(), run, "look");
        comments.edit(bob.caller(), comments.add(bob.caller(), run, "a").id(), "b");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> list().stream().noneMatch(one -> one.state() == State.WAITING));
        assertThat(list())
                .extracting(Delivery::event)
                .containsExactly(
                        WebhookEvent.COMMENT_ADDED,
                        WebhookEvent.COMMENT_ADDED,
                        WebhookEvent.RUN_COMPLETED);
        assertThat(list())
                .allSatisfy(one -> {
                    assertThat(one.run()).isEqualTo(run);
                    assertThat(one.state()).isEqualTo(State.GIVEN_UP);
                    assertThat(one.trouble()).isEqualTo(Trouble.NOT_ALLOWED);
                    assertThat(one.attempt()).isEqualTo(1);
                });
        assertThat(told(ada)).filteredOn(kind -> kind == Notice.Kind.WEBHOOK_FAILED).hasSize(1);
        assertThat(told(bob)).isEmpty();
    }

    @Test
    void a_run_that_is_cancelled_while_nobody_trains_it_is_told_too() {
        RunId run = queued(100_000);
        runs.pause(ada.caller(), run);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> runs.find(ada.caller(), run).state() == RunState.PAUSED);
        assertThat(list()).isEmpty();
        runs.cancel(ada.caller(), run);
        assertThat(list()).extracting(Delivery::event).containsExactly(WebhookEvent.RUN_CANCELLED);
    }

    @Test
    void what_was_not_chosen_or_while_it_is_off_is_not_written_down() {
        hooks.update(project, INSIDE, Set.of(WebhookEvent.RUN_FAILED), true);
        RunId run = queued(1);
        comments.add(bob.caller(), run, "look");
        hooks.update(project, INSIDE, WebhookEvent.CHOICES, false);
        comments.add(bob.caller(), run, "look");
        awaitEnd(run);
        assertThat(list()).isEmpty();
    }

    @Test
    void not_many_tests_wait_at_the_same_time() {
        for (int i = 0; i < Webhooks.MOST_TESTS; i++) {
            deliveries.insert(
                    UUID.randomUUID(), project, WebhookEvent.TEST, null, null, clock.instant());
        }
        assertThatThrownBy(() -> webhooks.test(ada.caller(), project)).isInstanceOf(Conflict.class);
    }

    @Test
    void an_address_without_tls_is_told_nothing_once_that_is_not_allowed_and_can_be_switched_off() {
        String plain = "http://wavetrain.example/hook";
        hooks.update(project, plain, Set.of(WebhookEvent.COMMENT_ADDED), true);
        comments.add(bob.caller(), queued(1), "look");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> list().stream().allMatch(one -> one.state() == State.GIVEN_UP));
        assertThat(list())
                .singleElement()
                .extracting(Delivery::trouble)
                .isEqualTo(Trouble.NOT_ALLOWED);
        var stored =
                webhooks.store(
                        ada.caller(), project, plain, Set.of(WebhookEvent.COMMENT_ADDED), false);
        assertThat(stored.webhook().active()).isFalse();
        assertThatThrownBy(() ->
                        webhooks.store(
                                ada.caller(),
                                project,
                                plain,
                                Set.of(WebhookEvent.COMMENT_ADDED),
                                true))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void a_receiver_can_check_what_it_gets() throws Exception {
        try (Receiver receiver = new Receiver();
                HttpSender sender =
                        new HttpSender(
                                TestSettings.of(Duration.ofSeconds(20), true),
                                InetAddress::getAllByName)) {
            // The application's own sender is told nothing of the end.
            hooks.update(project, receiver.address(), Set.of(WebhookEvent.COMMENT_ADDED), true);
            RunId run = queued(1);
            awaitEnd(run);
            UUID id = write(WebhookEvent.RUN_COMPLETED, run);
            Dispatcher dispatcher = dispatcher(sender);
            dispatcher.send(next(dispatcher).orElseThrow());
            Receiver.Received got = receiver.received.take();
            long seconds = Long.parseLong(got.headers().getFirst("webhook-timestamp"));
            assertThat(got.headers().getFirst("webhook-id")).isEqualTo(id.toString());
            assertThat(seconds).isEqualTo(clock.instant().getEpochSecond());
            assertThat(got.headers().getFirst("webhook-signature"))
                    .isEqualTo(Signature.of(secret, id.toString(), seconds, got.body()));
            body(got.body(), run);
            assertThat(find(id).state()).isEqualTo(State.DELIVERED);
            assertThat(find(id).status()).isEqualTo(204);
        }
    }

    private void body(byte[] bytes, RunId run) {
        JsonNode body = ApiClient.JSON.readTree(bytes);
        assertThat(body.propertyNames()).containsExactlyInAnyOrder("event", "at", "project", "run");
        assertThat(body.at("/event").stringValue()).isEqualTo("RUN_COMPLETED");
        assertThat(body.at("/at").stringValue()).isEqualTo("2030-01-01T00:00:00Z");
        assertThat(body.at("/project/name").stringValue()).isEqualTo("Told");
        assertThat(body.at("/run/id").stringValue()).isEqualTo(run.toString());
        assertThat(body.at("/run/state").stringValue()).isEqualTo("COMPLETED");
        assertThat(body.at("/run/metrics/val_loss").doubleValue()).isPositive();
        assertThat(body.at("/run/address").stringValue())
                .isEqualTo("https://wavetrain.example/runs/" + run);
    }

    @Test
    void a_failed_attempt_is_made_again_later_and_later_and_then_given_up() {
        UUID id = write(WebhookEvent.RUN_FAILED, null);
        Dispatcher dispatcher = dispatcher(this::post);
        answer = BAD;
        attempt(dispatcher);
        assertThat(find(id).state()).isEqualTo(State.WAITING);
        assertThat(find(id).nextAt()).isEqualTo(clock.instant().plusSeconds(10));
        assertThat(next(dispatcher)).isEmpty();
        clock.move(Duration.ofSeconds(10));
        attempt(dispatcher);
        assertThat(find(id).nextAt()).isEqualTo(clock.instant().plusSeconds(40));
        clock.move(Duration.ofSeconds(40));
        attempt(dispatcher);
        assertThat(find(id).state()).isEqualTo(State.GIVEN_UP);
        assertThat(find(id).attempt()).isEqualTo(3);
        assertThat(find(id).status()).isEqualTo(500);
        assertThat(sent).hasSize(3).containsOnly(id.toString());
        assertThat(told(ada)).containsExactly(Notice.Kind.WEBHOOK_FAILED);
        assertThat(told(bob)).isEmpty();
    }

    @Test
    void a_receiver_that_asks_for_more_time_gets_it() {
        UUID id = write(WebhookEvent.RUN_FAILED, null);
        answer = new Answer(503, Trouble.STATUS, Duration.ofMinutes(5));
        attempt(dispatcher(this::post));
        assertThat(find(id).nextAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(5)));
        clock.move(Duration.ofMinutes(5));
        answer = new Answer(503, Trouble.STATUS, Duration.ofDays(365));
        attempt(dispatcher(this::post));
        assertThat(find(id).nextAt()).isEqualTo(clock.instant().plus(Duration.ofHours(1)));
    }

    @Test
    void too_many_given_up_in_a_row_switch_it_off() {
        Dispatcher dispatcher = dispatcher(this::post);
        answer = new Answer(null, Trouble.NOT_ALLOWED, null);
        write(WebhookEvent.RUN_FAILED, null);
        attempt(dispatcher);
        answer = FINE;
        write(WebhookEvent.RUN_FAILED, null);
        attempt(dispatcher);
        answer = new Answer(null, Trouble.NOT_ALLOWED, null);
        write(WebhookEvent.RUN_FAILED, null);
        attempt(dispatcher);
        assertThat(hooks.find(project).orElseThrow().active()).isTrue();
        write(WebhookEvent.RUN_FAILED, null);
        attempt(dispatcher);
        assertThat(hooks.find(project).orElseThrow().off()).isEqualTo(Webhook.Off.GAVE_UP);
        assertThat(told(ada))
                .containsExactlyInAnyOrder(Notice.Kind.WEBHOOK_FAILED, Notice.Kind.WEBHOOK_OFF);
        UUID waits = write(WebhookEvent.RUN_FAILED, null);
        assertThat(next(dispatcher)).isEmpty();
        assertThatThrownBy(() -> webhooks.again(ada.caller(), project, first()))
                .isInstanceOf(Conflict.class);
        hooks.update(project, INSIDE, WebhookEvent.CHOICES, true);
        assertThat(next(dispatcher)).map(Due::id).contains(waits);
    }

    private UUID first() {
        return list().stream()
                .filter(one -> one.state() == State.GIVEN_UP)
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void who_wants_no_more_gets_no_more() {
        answer = new Answer(410, Trouble.GONE, null);
        write(WebhookEvent.RUN_FAILED, null);
        attempt(dispatcher(this::post));
        assertThat(hooks.find(project).orElseThrow().off()).isEqualTo(Webhook.Off.GONE);
        assertThat(told(ada)).containsExactly(Notice.Kind.WEBHOOK_OFF);
    }

    @Test
    void a_test_is_sent_once_and_also_while_the_webhook_is_off() {
        hooks.update(project, INSIDE, WebhookEvent.CHOICES, false);
        UUID id = write(WebhookEvent.TEST, null);
        answer = BAD;
        attempt(dispatcher(this::post));
        assertThat(find(id).state()).isEqualTo(State.GIVEN_UP);
        assertThat(told(ada)).isEmpty();
    }

    @Test
    void a_process_that_ends_in_the_middle_leaves_it_to_another() {
        UUID id = write(WebhookEvent.RUN_FAILED, null);
        Dispatcher killed = dispatcher(this::post);
        Due begun = next(killed).orElseThrow();
        Dispatcher other = dispatcher(this::post);
        assertThat(next(other)).isEmpty();
        clock.move(Duration.ofSeconds(90));
        Due again = next(other).orElseThrow();
        assertThat(again.id()).isEqualTo(id);
        assertThat(again.attempt()).isEqualTo(2);
        // It was only slow: what it has to say comes too late.
        killed.send(begun);
        assertThat(find(id).state()).isEqualTo(State.WAITING);
        other.send(again);
        assertThat(find(id).state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void of_many_processes_one_sends_it() throws Exception {
        UUID id = write(WebhookEvent.RUN_FAILED, null);
        int count = 6;
        CyclicBarrier start = new CyclicBarrier(count);
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            List<Future<Optional<Due>>> taken = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                taken.add(
                        threads.submit(() -> {
                            start.await();
                            return next(dispatcher(this::post));
                        }));
            }
            int got = 0;
            for (Future<Optional<Due>> one : taken) {
                got += one.get().filter(due -> due.id().equals(id)).isPresent() ? 1 : 0;
            }
            assertThat(got).isEqualTo(1);
        }
    }

    @Test
    void a_process_that_starts_sends_what_it_finds() {
        UUID id = write(WebhookEvent.RUN_FAILED, null);
        BlockingQueue<String> posted = new LinkedBlockingQueue<>();
        WebhookTimer timer =
                new WebhookTimer(
                        dispatcher((address, headers, body) -> {
                            posted.add(headers.get("webhook-id"));
                            return FINE;
                        }),
                        Role.WEB,
                        TestSettings.of(Duration.ofSeconds(1), false));
        timer.start();
        await().atMost(Duration.ofSeconds(10)).until(() -> find(id).state() == State.DELIVERED);
        timer.stop();
        assertThat(posted).containsOnlyOnce(id.toString());
    }

    @Test
    void a_project_is_due_once_however_much_it_has_waiting() {
        Dispatcher dispatcher = dispatcher(this::post);
        assertThat(dispatcher.due()).doesNotContain(project);
        write(WebhookEvent.RUN_FAILED, null);
        write(WebhookEvent.RUN_FAILED, null);
        assertThat(dispatcher.due()).containsOnlyOnce(project);
        attempt(dispatcher);
        attempt(dispatcher);
        assertThat(dispatcher.due()).doesNotContain(project);
    }

    @Test
    void what_cannot_be_written_ends_as_given_up_and_says_why() {
        RunId run = queued(1);
        awaitEnd(run);
        UUID id = write(WebhookEvent.RUN_COMPLETED, run);
        jdbc.sql("update run set definition = '{' where id = ?").param(run.value()).update();
        attempt(dispatcher(this::post));
        assertThat(sent).isEmpty();
        assertThat(find(id).state()).isEqualTo(State.GIVEN_UP);
        assertThat(find(id).trouble()).isEqualTo(Trouble.NOT_WRITABLE);
        assertThat(find(id).attempt()).isEqualTo(1);
        assertThat(find(id).nextAt()).isNull();
        assertThat(told(ada)).contains(Notice.Kind.WEBHOOK_FAILED);
        assertThat(hooks.find(project).orElseThrow().active()).isTrue();
    }

    @Test
    void nothing_is_sent_of_a_project_in_the_bin_and_nothing_stays_of_one_that_is_gone() {
        UUID id = write(WebhookEvent.RUN_FAILED, null);
        Dispatcher dispatcher = dispatcher(this::post);
        bin.delete(ada.caller(), project);
        assertThat(next(dispatcher)).isEmpty();
        bin.restore(ada.caller(), project);
        assertThat(next(dispatcher)).map(Due::id).contains(id);
        notices.ofWebhook(project, Notice.Kind.WEBHOOK_OFF);
        bin.delete(ada.caller(), project);
        bin.purge(ada.caller(), project);
        for (String table : List.of("webhook", "webhook_delivery", "notice")) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() ->
                            jdbc.sql("select count(*) from " + table + " where project_id = ?")
                                            .param(project.value())
                                            .query(Long.class)
                                            .single()
                                    == 0);
        }
    }

    @Test
    void a_comment_that_was_taken_back_is_not_sent() {
        RunId run = queued(100_000);
        hooks.update(project, INSIDE, WebhookEvent.CHOICES, false);
        UUID comment = comments.add(bob.caller(), run, "oh no").id();
        hooks.update(project, INSIDE, WebhookEvent.CHOICES, true);
        UUID id = UUID.randomUUID();
        deliveries.insert(id, project, WebhookEvent.COMMENT_ADDED, run, comment, clock.instant());
        comments.delete(bob.caller(), comment);
        assertThat(next(dispatcher(this::post))).isEmpty();
        comments.restore(bob.caller(), comment);
        assertThat(next(dispatcher(this::post))).map(Due::id).contains(id);
        runs.cancel(ada.caller(), run);
    }

    @Test
    void only_so_many_are_kept_and_what_waits_always() {
        UUID waits = write(WebhookEvent.RUN_FAILED, null);
        Dispatcher dispatcher = dispatcher(this::post);
        answer = BAD;
        attempt(dispatcher);
        answer = FINE;
        for (int i = 0; i < 7; i++) {
            clock.move(Duration.ofSeconds(1));
            write(WebhookEvent.TEST, null);
            attempt(dispatcher);
        }
        assertThat(list()).hasSize(6);
        assertThat(find(waits).state()).isEqualTo(State.WAITING);
    }

    @Test
    void what_people_do_is_written_down_without_what_is_secret() {
        ProjectId other = projects.create(ada.caller(), "Other").id();
        String address = "https://hooks.invalid/path-that-is-a-key";
        String first =
                webhooks.store(ada.caller(), other, address, WebhookEvent.CHOICES, false).secret();
        assertThat(first).startsWith("whsec_");
        Webhooks.Stored changed =
                webhooks.store(
                        ada.caller(), other, address, Set.of(WebhookEvent.RUN_FAILED), false);
        assertThat(changed.secret()).isNull();
        assertThat(webhooks.newSecret(ada.caller(), other)).isNotEqualTo(first);
        webhooks.remove(ada.caller(), other);
        assertThat(webhooks.find(ada.caller(), other)).isEmpty();
        String csv = ada.client().get("/api/v1/audit.csv?project=" + other).text();
        assertThat(csv)
                .contains(
                        "WEBHOOK_MADE",
                        "WEBHOOK_CHANGED",
                        "WEBHOOK_SECRET_CHANGED",
                        "WEBHOOK_REMOVED",
                        "hooks.invalid")
                .doesNotContain("path-that-is-a-key", "whsec_");
    }

    private void hook(String address, boolean active) {
        hooks.insert(
                new Webhook(project, address, WebhookEvent.CHOICES, active, null, clock.instant()),
                secret);
    }

    /** Due by the test's clock alone. */
    private UUID write(WebhookEvent event, RunId run) {
        UUID id = UUID.randomUUID();
        deliveries.insert(id, project, event, run, null, clock.instant());
        return id;
    }

    private Answer post(String address, Map<String, String> headers, byte[] body) {
        assertThat(new String(body, StandardCharsets.UTF_8)).contains(project.toString());
        sent.add(headers.get("webhook-id"));
        return answer;
    }

    private Dispatcher dispatcher(Sender sender) {
        WebhookSettings settings = TestSettings.of(Duration.ofSeconds(20), true);
        return new Dispatcher(
                due,
                deliveries,
                hooks,
                new DeliveryBodies(hooks, runs, comments, settings),
                sender,
                settings,
                notices,
                audit,
                transaction,
                clock);
    }

    /** Others' may be due in the same database. */
    private Optional<Due> next(Dispatcher dispatcher) {
        return dispatcher.take(project);
    }

    private void attempt(Dispatcher dispatcher) {
        dispatcher.send(next(dispatcher).orElseThrow());
    }

    private List<Delivery> list() {
        return deliveries.list(project, 0, 50);
    }

    private Delivery find(UUID id) {
        return deliveries.find(project, id).orElseThrow();
    }

    private List<Notice.Kind> told(Person who) {
        return notices.list(who.caller(), 0, 50).items().stream()
                .map(Notice::kind)
                .filter(kind -> kind.name().startsWith("WEBHOOK"))
                .toList();
    }

    /**
     * And until the server itself has tried to tell of it: by this clock that would be due again.
     */
    private void awaitEnd(RunId run) {
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        runs.find(ada.caller(), run).state().isFinal()
                                && list().stream().noneMatch(one -> one.state() == State.WAITING));
    }

    private RunId queued(int epochs) {
        var experiment =
                experiments.createFromPreset(ada.caller(), project, "damped-simple-rnn", null).id();
        return runs.queue(
                        ada.caller(),
                        experiment,
                        TestRuns.request(0, Map.of("training.epochs", IntNode.valueOf(epochs))))
                .id();
    }
}
