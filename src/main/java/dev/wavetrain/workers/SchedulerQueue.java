package dev.wavetrain.workers;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import dev.wavetrain.common.OtherProcesses;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunQueue;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The queue in db-scheduler's table, written in the transaction of whoever calls. Once that is
 * committed the slots of this process look at it at once, and those of others when they hear of it;
 * if they do not they poll.
 */
@Component
class SchedulerQueue implements RunQueue {

    private static final String TOPIC = "queued";

    /** Asked for late: the scheduler runs what in turn queues runs. */
    private final ObjectProvider<SchedulerClient> client;

    private final ObjectProvider<Scheduler> slots;
    private final OtherProcesses others;
    private final QueueRows rows;

    /** Asked for late: it looks at runs, which queue. */
    private final ObjectProvider<Nodes> nodes;

    /**
     * @param slots none where this process trains nothing
     */
    SchedulerQueue(
            ObjectProvider<SchedulerClient> client,
            ObjectProvider<Scheduler> slots,
            OtherProcesses others,
            QueueRows rows,
            ObjectProvider<Nodes> nodes) {
        this.client = client;
        this.slots = slots;
        this.others = others;
        this.rows = rows;
        this.nodes = nodes;
        others.hear(TOPIC, _ -> slots.ifAvailable(Scheduler::triggerCheckForDueExecutions));
    }

    @Override
    public void enqueue(RunId run, int priority, Instant since) {
        client.getObject().scheduleIfNotExists(Jobs.instance(run, priority), since);
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        slots.ifAvailable(Scheduler::triggerCheckForDueExecutions);
                        others.tell(TOPIC, "", "");
                    }
                });
    }

    @Override
    public void remove(RunId run) {
        try {
            client.getObject().cancel(Jobs.RUN.instanceId(run.toString()));
        } catch (TaskInstanceException taken) {
            // A worker has taken it at this moment: it will find the run cancelled.
        }
    }

    @Override
    public long ahead(RunId run) {
        return rows.ahead(run);
    }

    @Override
    public boolean isServed() {
        return nodes.getObject().anyTakesRuns();
    }
}
