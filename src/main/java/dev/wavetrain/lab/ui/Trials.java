package dev.wavetrain.lab.ui;

import com.vaadin.flow.component.UIDetachedException;
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
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries checkpoints on a thread beside a page: what stands in the way of one is its outcome. */
record Trials(Caller caller, LabServices services) {

    private static final Logger LOG = LoggerFactory.getLogger(Trials.class);

    /**
     * @param waiting told where others are before it, again and again
     * @param outdated whether nobody wants the answer any more
     */
    Outcome forecast(
            Subject subject, LabQuestion question, Runnable waiting, BooleanSupplier outdated) {
        return outcome(
                subject,
                () -> Finding.of(subject, services.lab().forecast(caller, subject, question)),
                busy -> {
                    if (outdated.getAsBoolean()) {
                        throw busy;
                    }
                    waiting.run();
                });
    }

    /** As far as it came before it was stopped. */
    Outcome sweep(
            Subject subject, LabQuestion question, BooleanSupplier stopped, IntConsumer done) {
        return outcome(
                subject,
                () ->
                        Finding.of(
                                subject,
                                stopped.getAsBoolean()
                                        ? List.of()
                                        : services.lab()
                                                .sweep(caller, subject, question, stopped, done)),
                busy -> {});
    }

    /**
     * @param busy told each time that others are before it; it is tried again where nothing is
     *     thrown
     */
    private static Outcome outcome(Subject subject, Supplier<Finding> work, Consumer<Busy> busy) {
        try {
            return new Outcome.Found(subject, patiently(work, busy));
        } catch (Busy | UIDetachedException nobodyWaits) {
            throw nobodyWaits;
        } catch (DamagedWeights _) {
            return new Outcome.Damaged(subject);
        } catch (Conflict _) {
            return new Outcome.Refused(subject);
        } catch (NotFound _) {
            return new Outcome.Gone(subject);
        } catch (InvalidValue unfit) {
            return new Outcome.Unfit(subject, unfit);
        } catch (RuntimeException failed) {
            LOG.warn("A checkpoint could not be tried", failed);
            return new Outcome.Failed(subject);
        }
    }

    private static Finding patiently(Supplier<Finding> work, Consumer<Busy> busy) {
        while (true) {
            try {
                return work.get();
            } catch (Busy others) {
                busy.accept(others);
            }
        }
    }
}
