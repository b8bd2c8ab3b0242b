package dev.wavetrain.workers;

import dev.wavetrain.training.EpochResult;
import dev.wavetrain.training.Outcome;
import dev.wavetrain.training.ResumePoint;
import dev.wavetrain.training.Snapshot;
import dev.wavetrain.training.StopSignal;
import dev.wavetrain.training.Trainer;
import dev.wavetrain.training.TrainingListener;
import dev.wavetrain.training.TrainingPlan;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Training that tests decide; the real one until they do. */
final class ScriptedTraining implements Training {

    private volatile Training script = real();

    void follow(Training next) {
        script = next;
    }

    @Override
    public Outcome train(TrainingPlan plan, StopSignal stop, TrainingListener listener) {
        return script.train(plan, stop, listener);
    }

    static Training real() {
        return new Trainer(Clock.systemUTC())::train;
    }

    /** Real training that goes no further than an epoch until it is told to stop. */
    static Training heldAt(int last) {
        return (plan, stop, listener) ->
                real().train(
                                plan,
                                stop,
                                afterEachEpoch(
                                        listener,
                                        epoch -> {
                                            if (epoch == last) {
                                                awaitStop(stop);
                                            }
                                        }));
    }

    /** Looks a thousand times a second: a core that only waits is missed elsewhere. */
    static void awaitStop(StopSignal stop) {
        while (!stop.stopRequested()) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells the listener everything, and does something more when an epoch has ended. */
    static TrainingListener afterEachEpoch(TrainingListener listener, IntConsumer more) {
        return new TrainingListener() {
            @Override
            public void epochEnded(EpochResult epoch) {
                listener.epochEnded(epoch);
                more.accept(epoch.epoch());
            }

            @Override
            public void checkpointReached(Snapshot snapshot) {
                listener.checkpointReached(snapshot);
            }

            @Override
            public void resumePointDue(Supplier<ResumePoint> point) {
                listener.resumePointDue(point);
            }

            @Override
            public void stopped(ResumePoint point) {
                listener.stopped(point);
            }
        };
    }

    @TestConfiguration
    static class Instead {

        @Bean
        @Primary
        ScriptedTraining scripted() {
            return new ScriptedTraining();
        }
    }
}
