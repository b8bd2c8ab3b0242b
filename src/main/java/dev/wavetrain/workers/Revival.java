package dev.wavetrain.workers;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/**
 * A run whose worker has not been heard from goes back to the place in the queue that it was taken
 * from, so that nothing which was queued after it is trained before it, and is looked for at once.
 */
final class Revival implements DeadExecutionHandler<Void> {

    private static final Logger LOG = LoggerFactory.getLogger(Revival.class);

    private final ObjectProvider<Scheduler> scheduler;

    Revival(ObjectProvider<Scheduler> scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public void deadExecution(ExecutionComplete dead, ExecutionOperations<Void> operations) {
        operations.reschedule(dead, dead.getExecution().executionTime);
        LOG.info(
                "Run {}: its worker has not been heard from since {}: it goes on.",
                dead.getExecution().taskInstance.getId(),
                dead.getExecution().lastHeartbeat);
        scheduler.getObject().triggerCheckForDueExecutions();
    }
}
