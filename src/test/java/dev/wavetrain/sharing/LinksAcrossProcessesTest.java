package dev.wavetrain.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.DatabaseTest;
import dev.wavetrain.TestProcesses;
import dev.wavetrain.TestRuns;
import dev.wavetrain.common.AccessWatch;
import dev.wavetrain.common.RunId;
import dev.wavetrain.common.Shared;
import dev.wavetrain.common.Visit;
import dev.wavetrain.common.Visits;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Configuration;

@DatabaseTest
@Tag("postgresql")
class LinksAcrossProcessesTest {

    @Configuration
    static class NothingElse {}

    @Test
    void what_is_open_in_one_process_ends_when_another_revokes_its_link()
            throws InterruptedException {
        try (TestProcesses processes = new TestProcesses(NothingElse.class)) {
            TestRuns runs = new TestRuns(processes.web);
            RunId run = runs.queue(1);
            ShareLinks links = processes.web.getBean(ShareLinks.class);
            ShareLinks.Issued made = links.make(runs.caller, new Shared.Run(run), "", null);
            Visits elsewhere = processes.worker.getBean(Visits.class);
            Visit visit = elsewhere.look(made.key()).orElseThrow();
            CountDownLatch over = new CountDownLatch(1);
            try (AccessWatch.Following _ = elsewhere.follow(visit, over::countDown)) {
                links.revoke(runs.caller, made.link().id());

                assertThat(over.await(5, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(visit.caller().rights().shows(run)).isFalse();
            runs.awaitEnd(run);
        }
    }
}
