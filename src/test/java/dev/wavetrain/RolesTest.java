package dev.wavetrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** One process with the pages and one that trains, on one PostgreSQL. */
@DatabaseTest
@Tag("postgresql")
class RolesTest {

    /** Where containers are asked whether they are ready. */
    static final String READY = "/actuator/health/readiness";

    private static TestProcesses processes;

    @BeforeAll
    static void start() {
        processes = new TestProcesses(Application.class, "--wavetrain.workers.name=trainer");
    }

    @AfterAll
    static void stop() {
        processes.close();
    }

    @Test
    void what_the_web_process_queues_a_worker_trains() {
        TestRuns runs = new TestRuns(processes.web);

        RunId run = runs.queue(20);

        assertThat(processes.web.getBeanNamesForType(Scheduler.class)).isEmpty();
        assertThat(runs.awaitEnd(run).state()).isEqualTo(RunState.COMPLETED);
        assertThat(runs.find(run).worker()).isEqualTo("trainer");
    }

    @Test
    void the_web_process_sees_the_worker_and_asks_it_to_take_no_runs() {
        TestRuns runs = new TestRuns(processes.web);
        ApiClient owner = ApiClient.owner(TestProcesses.port(processes.web));
        JsonNode seen = owner.get("/api/v1/workers").json().get("items");
        assertThat(seen).hasSize(1);
        assertThat(seen.get(0).get("name").stringValue()).isEqualTo("trainer");
        String address = "/api/v1/workers/" + seen.get(0).get("id").stringValue();

        assertThat(owner.post(address + "/drain", "").status()).isEqualTo(202);
        await().until(() ->
                processes.worker.getBean(Scheduler.class).getSchedulerState().isPaused());
        RunId waiting = runs.queue(1);
        owner.post(address + "/resume", "");

        assertThat(runs.awaitEnd(waiting).state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void both_say_that_they_are_well() {
        for (ConfigurableApplicationContext process : List.of(processes.web, processes.worker)) {
            for (String probe : List.of("/actuator/health", "/actuator/health/liveness", READY)) {
                ApiClient.Answer answer = nobody(process).get(probe);
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.json().path("status").stringValue()).isEqualTo("UP");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sign-in",
                "/setup",
                "/api/v1/runs",
                "/v3/api-docs",
                "/actuator/prometheus",
                "/actuator/env",
                "/styles/wavetrain.css",
                "/VAADIN/build/"
            })
    void a_worker_has_nothing_else_to_show(String path) {
        assertThat(nobody(processes.worker).get(path).status()).isEqualTo(404);
    }

    @Test
    void processes_that_start_at_once_make_the_tables_once() throws Exception {
        String url = TestPostgres.freshDatabase();
        List<Callable<Integer>> starts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Flyway flyway =
                    Flyway.configure().locations("classpath:db").dataSource(url, null, null).load();
            starts.add(() -> flyway.migrate().migrationsExecuted);
        }
        int made = 0;
        try (var threads = Executors.newFixedThreadPool(starts.size())) {
            for (Future<Integer> start : threads.invokeAll(starts)) {
                made += start.get();
            }
        }

        int all =
                Flyway.configure()
                        .locations("classpath:db")
                        .dataSource(url, null, null)
                        .load()
                        .info()
                        .applied()
                        .length;
        assertThat(made).isEqualTo(all).isPositive();
    }

    private static ApiClient nobody(ConfigurableApplicationContext process) {
        return ApiClient.nobody(TestProcesses.port(process));
    }
}
