package dev.wavetrain.workers;

import dev.wavetrain.training.Outcome;
import dev.wavetrain.training.StopSignal;
import dev.wavetrain.training.Trainer;
import dev.wavetrain.training.TrainingListener;
import dev.wavetrain.training.TrainingPlan;
import java.time.Clock;
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

    @TestConfiguration
    static class Instead {

        @Bean
        @Primary
        ScriptedTraining scripted() {
            return new ScriptedTraining();
        }
    }
}
