package dev.wavetrain.workers;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler.ReviveDeadExecution;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.wavetrain.common.RunId;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** How runs look to db-scheduler: one task, one instance a run, named by the run's id. */
final class Jobs {

    static final TaskDescriptor<Void> RUN = TaskDescriptor.of("run");

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private Jobs() {}

    static TaskInstance<Void> instance(RunId run, int priority) {
        return RUN.instance(run.toString()).priority(priority).build();
    }

    /** A run whose worker vanished, or could not reach the database, is taken up again. */
    static CustomTask<Void> task(RunJob job, Clock clock) {
        return Tasks.custom(RUN)
                .onFailure(new OnFailureRetryLater<>(RETRY_AFTER))
                .onDeadExecution(new ReviveDeadExecution<>())
                .execute((instance, _) -> completion(run(job, instance), clock));
    }

    private static RunJob.Result run(RunJob job, TaskInstance<Void> instance) {
        return job.run(new RunId(UUID.fromString(instance.getId())));
    }

    private static CompletionHandler<Void> completion(RunJob.Result result, Clock clock) {
        return switch (result) {
            case DONE -> new CompletionHandler.OnCompleteRemove<>();
            case LATER ->
                    (complete, operations) -> operations.reschedule(complete, clock.instant());
            case TAKEN_OVER -> (_, _) -> {};
        };
    }
}
