package dev.wavetrain.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wavetrain.ApiClient;
import dev.wavetrain.TestProcesses;
import dev.wavetrain.TestRuns;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunEvent;
import dev.wavetrain.runs.RunFeed;
import dev.wavetrain.runs.RunService;
import dev.wavetrain.runs.RunState;
import dev.wavetrain.runs.Subscription;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * What a worker stores is seen in a web process, and what is asked for there reaches the worker.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class AcrossProcesses {

    private static final int STEPS = 7;
    private static final int PATIENCE_SECONDS = 30;

    TestRuns runs;
    RunService service;
    SteppedTraining training;

    TestProcesses processes;

    abstract TestProcesses start();

    /** How long it may take, in the median: the machine may stand still for a while. */
    abstract Duration within();

    @BeforeAll
    void started() {
        processes = start();
    }

    @AfterAll
    void stopped() {
        processes.close();
    }

    @BeforeEach
    void somebody_new() {
        runs = new TestRuns(processes.web);
        service = processes.web.getBean(RunService.class);
        training = new SteppedTraining();
        processes.worker.getBean(ScriptedTraining.class).follow(training);
    }

    @Test
    void a_listener_in_the_web_process_is_told_each_epoch() throws Exception {
        RunId run = runs.queue(STEPS + 1);
        BlockingQueue<RunEvent> heard = new LinkedBlockingQueue<>();
        List<Duration> waited = new ArrayList<>();
        try (Subscription _ = feed().subscribe(runs.caller, run, heard::add)) {
            for (int epoch = 1; epoch <= STEPS; epoch++) {
                int expected = epoch;
                long stepped = System.nanoTime();
                training.step();
                next(heard, event -> event.epoch() >= expected);
                waited.add(Duration.ofNanos(System.nanoTime() - stepped));
            }
            training.step();
            next(heard, event -> event.state() == RunState.COMPLETED);
        }
        assertWithin(waited);
    }

    @Test
    void an_event_stream_of_the_web_process_has_each_epoch() throws Exception {
        RunId run = runs.queue(STEPS);
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        List<Duration> waited = new ArrayList<>();
        ApiClient reader =
                ApiClient.nobody(TestProcesses.port(processes.web))
                        .as(runs.caller.name(), TestRuns.PASSWORD);
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request = reader.request("/api/v1/runs/" + run + "/events").GET().build();
            client.sendAsync(request, BodyHandlers.ofLines())
                    .thenAcceptAsync(answer -> answer.body().forEach(lines::add));
            for (int epoch = 1; epoch <= STEPS; epoch++) {
                String told = "\"next\":" + epoch;
                long stepped = System.nanoTime();
                training.step();
                next(lines, line -> line.contains(told));
                waited.add(Duration.ofNanos(System.nanoTime() - stepped));
            }
            next(lines, line -> line.contains("\"COMPLETED\""));
        }
        assertWithin(waited);
    }

    @Test
    void a_run_that_stores_nothing_is_paused_and_cancelled_from_the_web_process() {
        List<Duration> waited = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            RunId run = trained();
            waited.add(
                    until(
                            run,
                            RunState.PAUSED,
                            () -> assertThat(service.pause(runs.caller, run).pausing()).isTrue()));
            RunId other = trained();
            waited.add(until(other, RunState.CANCELLED, () -> service.cancel(runs.caller, other)));
        }
        assertWithin(waited);
    }

    @Test
    void a_run_that_the_web_process_queues_starts() {
        List<Duration> waited = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            long queued = System.nanoTime();
            RunId run = trained();
            waited.add(Duration.ofNanos(System.nanoTime() - queued));
            service.cancel(runs.caller, run);
            runs.awaitEnd(run);
        }
        assertWithin(waited);
    }

    RunFeed feed() {
        return processes.web.getBean(RunFeed.class);
    }

    private RunId trained() {
        RunId run = runs.queue(STEPS);
        awaitState(run, RunState.RUNNING);
        return run;
    }

    private Duration until(RunId run, RunState state, Runnable asked) {
        long begun = System.nanoTime();
        asked.run();
        awaitState(run, state);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private void awaitState(RunId run, RunState state) {
        await().atMost(Duration.ofSeconds(PATIENCE_SECONDS))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> runs.find(run).state() == state);
    }

    static <T> void next(BlockingQueue<T> queue, Predicate<T> wanted) throws InterruptedException {
        T found;
        do {
            found = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(found).as("told at all").isNotNull();
        } while (!wanted.test(found));
    }

    private void assertWithin(List<Duration> waited) {
        List<Duration> sorted = new ArrayList<>(waited);
        Collections.sort(sorted);
        assertThat(sorted.get(sorted.size() / 2)).as("of " + waited).isLessThan(within());
    }
}
