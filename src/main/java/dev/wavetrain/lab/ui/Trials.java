package dev.wavetrain.lab.ui;

import dev.wavetrain.checkpoints.DamagedWeights;
import dev.wavetrain.common.Busy;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.lab.Finding;
import dev.wavetrain.lab.LabQuestion;
import dev.wavetrain.lab.Subject;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** Tries checkpoints on a thread beside a page: what stands in the way of one is its outcome. */
record Trials(Caller caller, LabServices services) {

    /**
     * @param waiting told where others are before it, again and again
     * @param outdated whether nobody wants the answer any more
     */
    Outcome forecast(
            Subject subject, LabQuestion question, Runnable waiting, BooleanSupplier outdated) {
        return outcome(
                subject,
                () -> {
                    while (true) {
                        try {
                            return Finding.of(
                                    subject, services.lab().forecast(caller, subject, question));
                        } catch (Busy busy) {
                            if (outdated.getAsBoolean()) {
                                throw busy;
                            }
                            waiting.run();
                        }
                    }
                });
    }

    /** As far as it came before it was stopped. */
    Outcome sweep(
            Subject subject, LabQuestion question, BooleanSupplier stopped, IntConsumer done) {
        return outcome(
                subject,
                () -> {
                    while (true) {
                        try {
                            return Finding.of(
                                    subject,
                                    services.lab().sweep(caller, subject, question, stopped, done));
                        } catch (Busy busy) {
                            if (stopped.getAsBoolean()) {
                                return Finding.of(subject, List.of());
                            }
                        }
                    }
                });
    }

    private static Outcome outcome(Subject subject, Supplier<Finding> work) {
        try {
            return new Outcome.Found(subject, work.get());
        } catch (DamagedWeights _) {
            return new Outcome.Damaged(subject);
        } catch (Conflict _) {
            return new Outcome.Refused(subject);
        } catch (NotFound _) {
            return new Outcome.Gone(subject);
        } catch (InvalidValue unfit) {
            return new Outcome.Unfit(subject, unfit);
        }
    }
}
