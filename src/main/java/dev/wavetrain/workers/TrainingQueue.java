package dev.wavetrain.workers;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.Forbidden;
import dev.wavetrain.common.Page;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunService;
import dev.wavetrain.workers.QueueOrder.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** The runs that wait for a slot, in the order in which they will start. */
@Service
public class TrainingQueue {

    private static final int TRIES = 3;

    private final QueueRows rows;
    private final RunService runs;
    private final ObjectProvider<Scheduler> slots;
    private final TransactionOperations transaction;

    TrainingQueue(
            QueueRows rows,
            RunService runs,
            ObjectProvider<Scheduler> slots,
            TransactionOperations transaction) {
        this.rows = rows;
        this.runs = runs;
        this.slots = slots;
        this.transaction = transaction;
    }

    /** A part of the queue; runs of projects that the caller does not see have no name. */
    public Page<QueuedRun> list(Caller caller, int page, int size) {
        long skipped = (long) page * size;
        List<Place> places = rows.waiting(skipped, size);
        Map<RunId, RunDetails> seen =
                runs.findAll(caller, places.stream().map(Place::run).toList());
        List<QueuedRun> queued = new ArrayList<>();
        for (Place place : places) {
            int position = (int) skipped + queued.size() + 1;
            RunDetails run = seen.get(place.run());
            queued.add(new QueuedRun(position, place.priority(), run, mayMove(caller, run)));
        }
        return new Page<>(queued, rows.count());
    }

    private static boolean mayMove(Caller caller, @Nullable RunDetails run) {
        return run != null
                && caller.mayChange(run.project())
                && (caller.owner() || run.owner().equals(caller.user()));
    }

    /**
     * Moves a waiting run. Of two who move at the same time the later one finds the queue as the
     * earlier one left it.
     *
     * @param to its position afterwards, from 1; one beyond the end is the last
     * @throws dev.wavetrain.common.NotFound where the caller does not see the run
     * @throws Forbidden where it is somebody else's, and the caller does not own the server
     * @throws Conflict where it does not wait any more
     */
    public void move(Caller caller, RunId id, int to) {
        RunDetails run = runs.find(caller, id);
        if (!mayMove(caller, run)) {
            throw new Forbidden("Only who queued a run and the owner of the server may move it.");
        }
        for (int attempt = 1; ; attempt++) {
            try {
                transaction.executeWithoutResult(_ -> place(run, to));
                break;
            } catch (ConcurrencyFailureException collided) {
                if (attempt == TRIES) {
                    throw collided;
                }
            }
        }
        slots.ifAvailable(Scheduler::triggerCheckForDueExecutions);
    }

    private void place(RunDetails run, int to) {
        List<Place> waiting = rows.lock().stream().sorted(QueueOrder.FIRST_FIRST).toList();
        List<RunId> order = waiting.stream().map(Place::run).toList();
        int from = order.indexOf(run.id());
        if (from < 0) {
            throw new Conflict("The run does not wait: it is " + run.state() + ".");
        }
        int last = waiting.size() - 1;
        QueueOrder.moved(waiting, from, Math.clamp(to - 1L, 0, last)).forEach(rows::update);
    }
}
