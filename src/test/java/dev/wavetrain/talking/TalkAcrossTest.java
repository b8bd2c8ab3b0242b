package dev.wavetrain.talking;

import static org.awaitility.Awaitility.await;

import dev.wavetrain.DatabaseTest;
import dev.wavetrain.TestProcesses;
import dev.wavetrain.TestRuns;
import dev.wavetrain.common.RunId;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Configuration;

/** What is stored by one process reaches the pages of another. */
@DatabaseTest
@Tag("postgresql")
class TalkAcrossTest {

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}

    TestProcesses processes;
    TestRuns runs;

    @BeforeEach
    void two_processes() {
        processes = new TestProcesses(Nothing.class, "--wavetrain.workers.poll-every=1h");
        runs = new TestRuns(processes.web);
    }

    @AfterEach
    void stop() {
        processes.close();
    }

    @Test
    void a_comment_stored_by_another_process_is_heard() {
        RunId run = runs.queue(1);
        BlockingQueue<Boolean> heard = new LinkedBlockingQueue<>();
        processes.web.getBean(CommentFeed.class).subscribe(run, heard::add);
        processes.worker.getBean(Comments.class).add(runs.caller, run, "from elsewhere");
        await().atMost(Duration.ofSeconds(5)).until(() -> heard.poll() != null);
    }
}
