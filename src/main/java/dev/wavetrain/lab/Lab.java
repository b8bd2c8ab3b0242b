package dev.wavetrain.lab;

import dev.wavetrain.checkpoints.CheckpointDetails;
import dev.wavetrain.checkpoints.Evaluation;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.runs.RunCheckpoints;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunService;
import dev.wavetrain.sequence.SequenceDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Tries saved nets on data of somebody's choice; nothing is stored here. What a caller may not see
 * is {@link dev.wavetrain.common.NotFound}, and each trial takes its turn among all evaluations: it
 * may be {@link dev.wavetrain.common.Busy}.
 */
@Service
public class Lab {

    /** Checkpoints side by side: as many as there are colours to tell them apart. */
    public static final int MOST = 8;

    private final RunCheckpoints checkpoints;
    private final RunService runs;

    Lab(RunCheckpoints checkpoints, RunService runs) {
        this.checkpoints = checkpoints;
        this.runs = runs;
    }

    /** One that the caller sees as a member of its project. */
    public Subject subject(Caller caller, CheckpointId id) {
        CheckpointDetails found = checkpoints.find(caller, id);
        RunDetails run = runs.find(caller, found.run());
        caller.mustSee(run.project());
        return new Subject(found, run);
    }

    /**
     * Tries one net.
     *
     * @throws InvalidValue at {@code data.…}, {@code variation.…}, {@code start}, {@code steps} or
     *     {@code starts}, where question and net do not fit
     * @throws dev.wavetrain.checkpoints.DamagedWeights where its weights are not those saved
     */
    public Evaluation forecast(Caller caller, Subject subject, LabQuestion question) {
        SequenceDefinition own = subject.run().definition().sequence();
        SequenceDefinition tried = question.sequence(own);
        try {
            return checkpoints.tryOut(
                    caller,
                    subject.checkpoint().id(),
                    question.request(own.task()),
                    tried,
                    question.variation().noise());
        } catch (InvalidValue e) {
            throw LabErrors.ofData(e);
        }
    }

    /**
     * That a sweep of these is one that somebody can wait for.
     *
     * @throws InvalidValue at {@code sweep.steps} where it is not, with what it would need
     */
    public void requireShort(List<Subject> subjects, LabQuestion question) {
        SweepWork.require(subjects, question);
    }

    /**
     * Tries one net at each value of the question's sweep. A value at which the wave cannot be
     * computed has no error.
     *
     * @param stopped asked before each value; the curve ends there
     * @param done told after each, how many there are
     * @throws InvalidValue as {@link #forecast}, where no value at all can be tried
     */
    public List<SweepPoint> sweep(
            Caller caller,
            Subject subject,
            LabQuestion question,
            BooleanSupplier stopped,
            IntConsumer done) {
        Sweep sweep = question.sweep();
        if (sweep == null) {
            throw new IllegalArgumentException("a question without a sweep");
        }
        List<SweepPoint> curve = new ArrayList<>();
        @Nullable InvalidValue wrong = null;
        boolean any = false;
        for (double at : sweep.values()) {
            if (stopped.getAsBoolean()) {
                return curve;
            }
            try {
                LabQuestion there = question.varied(question.variation().with(sweep.over(), at));
                curve.add(SweepPoint.of(at, forecast(caller, subject, there)));
                any = true;
            } catch (InvalidValue e) {
                curve.add(new SweepPoint(at, null, Map.of()));
                wrong = e;
            }
            done.accept(curve.size());
        }
        if (!any && wrong != null) {
            throw wrong;
        }
        return curve;
    }
}
