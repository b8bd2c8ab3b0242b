package dev.wavetrain.workers;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import org.springframework.beans.factory.ObjectProvider;

/** A slot that gets free looks for the next run at once, not at the next poll. */
final class LookAgain extends AbstractSchedulerListener {

    private final ObjectProvider<Scheduler> scheduler;

    LookAgain(ObjectProvider<Scheduler> scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public void onExecutionComplete(ExecutionComplete complete) {
        scheduler.getObject().triggerCheckForDueExecutions();
    }
}
