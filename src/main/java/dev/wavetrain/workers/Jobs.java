package dev.wavetrain.workers;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.QueuePlace;
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
    static CustomTask<Void> task(RunJob job, Revival revival) {
        return Tasks.custom(RUN)
                .onFailure(new OnFailureRetryLater<>(RETRY_AFTER))
                .onDeadExecution(revival)
                .execute((instance, _) -> {
                    RunId run = new RunId(UUID.fromString(instance.getId()));
                    return job.run(run) ? settling(job, run) : (_, _) -> {};
                });
    }

    private static CompletionHandler<Void> settling(RunJob job, RunId run) {
        return (complete, operations) ->
                job.settle(
                        run,
                        new QueuePlace() {
                            /** The place it had: others came after it. */
                            @Override
                            public void keep() {
                                operations.reschedule(
                                        complete, complete.getExecution().executionTime);
                            }

                            @Override
                            public void leave() {
                                operations.remove();
                            }
                        });
    }
}
