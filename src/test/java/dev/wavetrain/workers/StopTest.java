package dev.wavetrain.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wavetrain.GatedDataSource;
import dev.wavetrain.IntegrationTest;
import dev.wavetrain.TestRuns;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunState;
import dev.wavetrain.training.Outcome;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The process is told to end at a bad moment. */
@IntegrationTest
@DirtiesContext
@Import({ScriptedTraining.Instead.class, GatedDataSource.Around.class})
@TestPropertySource(properties = {"wavetrain.workers.slots=1", "wavetrain.workers.stop-within=1s"})
class StopTest {

    @Autowired ApplicationContext context;
    @Autowired ScriptedTraining training;
    @Autowired Workers workers;
    @Autowired DataSource database;

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void neither_a_batch_without_end_nor_a_silent_database_keeps_it() {
        TestRuns runs = new TestRuns(context);
        CountDownLatch endOfBatch = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        training.follow((_, _, _) -> {
            boolean waiting = true;
            while (waiting) {
                try {
                    endOfBatch.await();
                    waiting = false;
                } catch (InterruptedException arithmeticKnowsNone) {
                    // Goes on, as a batch does.
                }
            }
            ended.countDown();
            return new Outcome.Cancelled(0);
        });
        RunId run = runs.queue(1);
        await().until(() -> runs.find(run).state() == RunState.RUNNING);
        GatedDataSource gated = (GatedDataSource) database;
        gated.stop();

        long begun = System.nanoTime();
        workers.stop();

        assertThat(ended.getCount()).isOne();
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun)).isLessThan(10);
        gated.heal();
        endOfBatch.countDown();
    }
}
