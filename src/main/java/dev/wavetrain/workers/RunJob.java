package dev.wavetrain.workers;

import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.Ending;
import dev.wavetrain.runs.Failure;
import dev.wavetrain.runs.QueuePlace;
import dev.wavetrain.runs.RunExecutions;
import dev.wavetrain.runs.RunWork;
import dev.wavetrain.runs.StopFlag;
import dev.wavetrain.runs.StopReason;
import dev.wavetrain.runs.StopRequests;
import dev.wavetrain.training.Outcome;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Trains one run on the calling thread, from taking it to how it ended. */
final class RunJob {

    private static final Logger LOG = LoggerFactory.getLogger(RunJob.class);

    private final RunExecutions executions;
    private final StopRequests stops;
    private final Training training;
    private final Gate gate;
    private final String worker;

    RunJob(
            RunExecutions executions,
            StopRequests stops,
            Training training,
            Gate gate,
            String worker) {
        this.executions = executions;
        this.stops = stops;
        this.training = training;
        this.gate = gate;
        this.worker = worker;
    }

    /**
     * @return whether the run's place in the queue is still this worker's; else another one has it
     * @throws RuntimeException where the database does not answer: the run is to be tried again
     */
    boolean run(RunId run) {
        try (StopFlag stop = stops.open(run)) {
            if (stop.reason() == StopReason.SHUTDOWN || !gate.isOpen()) {
                return true;
            }
            Optional<RunWork> work = executions.begin(run, worker, stop);
            if (work.isEmpty()) {
                return true;
            }
            Ending ending = train(run, work.get(), stop);
            if (!work.get().recorder().end(ending)) {
                return false;
            }
            LOG.info("Run {}: {}", run, ending.state().isFinal() ? ending.state() : "put aside");
            return true;
        }
    }

    /** Gives the run's place in the queue up, or back. */
    void settle(RunId run, QueuePlace place) {
        executions.settle(run, place);
    }

    /** However training fails, only this run fails. */
    private Ending train(RunId run, RunWork work, StopFlag stop) {
        try {
            Outcome outcome = training.train(work.plan(), stop, work.recorder());
            StopReason why = stop.reason();
            boolean goesOn = outcome instanceof Outcome.Cancelled && why != null && why.goesOn();
            return goesOn ? Ending.LATER : Ending.of(outcome);
        } catch (OutOfMemoryError tooLarge) {
            LOG.error("Run {}: out of memory.", run, tooLarge);
            return Ending.failed(Failure.Reason.OUT_OF_MEMORY, Failure.words(tooLarge));
        } catch (RuntimeException | Error failed) {
            LOG.error("Run {}: training failed.", run, failed);
            return Ending.failed(Failure.Reason.ERROR, Failure.words(failed));
        }
    }
}
