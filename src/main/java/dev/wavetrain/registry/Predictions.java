package dev.wavetrain.registry;

import dev.wavetrain.common.Busy;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.Rule;
import dev.wavetrain.registry.internal.LoadedModels;
import dev.wavetrain.sequence.Task;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Asks named models. Networks that were asked lately are at hand; no transaction is open while an
 * answer is worked out, and only so many are at once, beside the runs that train.
 */
@Service
public class Predictions {

    /** Multiplications of one answer: seconds. */
    private static final double MOST_WORK = 3e10;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final NamedModels models;
    private final LoadedModels loaded;
    private final Semaphore free;
    private final Duration patience;

    Predictions(NamedModels models, LoadedModels loaded, RegistrySettings settings) {
        this.models = models;
        this.loaded = loaded;
        free = new Semaphore(settings.atOnce(), true);
        patience = settings.patience();
    }

    /**
     * @param project where to look for the name; null for all that the caller sees
     * @param reference an alias, or a version's number
     * @throws dev.wavetrain.common.NotFound where there is no such model, alias or version
     * @throws InvalidValue where the question does not fit the model, at its fields
     * @throws dev.wavetrain.common.Conflict where the weights are damaged, or several projects have
     *     a model of this name
     * @throws Busy where too many are being worked out
     */
    public Prediction predict(
            Caller caller,
            String name,
            @Nullable ProjectId project,
            String reference,
            Question question) {
        NamedModel model = models.find(caller, name, project);
        ModelVersion version = models.version(model, reference);
        int steps = question.check(version.shape());
        requireTurn();
        try {
            var network = loaded.get(version);
            requireWork(version.shape(), network.floats(), steps);
            return new Prediction(model, version, network.predict(question.window(), steps));
        } finally {
            free.release();
        }
    }

    private static void requireWork(ModelVersion.Shape shape, long parameters, int steps) {
        // A decoder goes on from its state; without one each step reads the window again.
        double passes = shape.task() == Task.TRANSLATE ? 1 : steps;
        double work = passes * shape.steps() * parameters;
        if (work > MOST_WORK) {
            throw new InvalidValue(
                    new FieldError(
                            "steps",
                            Rule.TOO_LARGE,
                            String.format(Locale.ROOT, "%.0e multiplications", work),
                            String.format(Locale.ROOT, "%.0e", MOST_WORK)));
        }
    }

    private void requireTurn() {
        try {
            if (free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw new Busy("Too many predictions are being worked out: try again.", RETRY_AFTER);
    }
}
