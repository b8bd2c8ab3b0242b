package dev.wavetrain.talking;

import static org.awaitility.Awaitility.await;

import dev.wavetrain.DatabaseTest;
import dev.wavetrain.TestProcesses;
import dev.wavetrain.TestRuns;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.webhooks.WebhookEvent;
import dev.wavetrain.webhooks.Webhooks;
import java.time.Duration;
import java.util.Set;
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
    void a_comment_stored_by_another_process_is_heard_and_sent() {
        ProjectId project = runs.caller.home();
        Webhooks webhooks = processes.web.getBean(Webhooks.class);
        // Of nothing else: a name that nobody answers for can hold up what comes after it.
        webhooks.store(
                runs.caller,
                project,
                "https://hooks.invalid/",
                Set.of(WebhookEvent.COMMENT_ADDED),
                true);
        RunId run = runs.queue(1);
        BlockingQueue<Boolean> heard = new LinkedBlockingQueue<>();
        processes.web.getBean(CommentFeed.class).subscribe(run, heard::add);
        processes.worker.getBean(Comments.class).add(runs.caller, run, "from elsewhere");
        await().atMost(Duration.ofSeconds(5)).until(() -> heard.poll() != null);
        await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> webhooks.deliveries(runs.caller, project, 0, 5).items(),
                        sent ->
                                sent.stream()
                                        .anyMatch(one ->
                                                one.event() == WebhookEvent.COMMENT_ADDED
                                                        && one.attempt() > 0));
    }
}
