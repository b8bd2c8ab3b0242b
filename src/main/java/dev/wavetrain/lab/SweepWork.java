package dev.wavetrain.lab;

import dev.wavetrain.checkpoints.EvaluationRequest;
import dev.wavetrain.checkpoints.Evaluator;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Rule;
import dev.wavetrain.experiments.Definition;
import dev.wavetrain.model.Network;
import dev.wavetrain.sequence.Domain;
import java.util.List;

/** What a sweep costs, known before it begins. */
final class SweepWork {

    private SweepWork() {}

    /**
     * That all of a sweep takes no longer than the longest single answer: somebody waits for it.
     *
     * @throws InvalidValue at {@code sweep.steps} otherwise
     */
    static void require(List<Subject> subjects, LabQuestion question) {
        Sweep sweep = question.sweep();
        if (sweep == null) {
            return;
        }
        double once = subjects.stream().mapToDouble(one -> work(one, question)).sum();
        double all = sweep.steps() * once;
        if (all > Evaluator.MOST_WORK) {
            throw new InvalidValue(
                    new FieldError(
                            "sweep.steps",
                            Rule.TOO_LARGE,
                            "%.1e multiplications for %d values of %d checkpoints"
                                    .formatted(all, sweep.steps(), subjects.size()),
                            "%.1e".formatted(Evaluator.MOST_WORK)));
        }
    }

    /** Multiplications of one forecast. */
    private static double work(Subject subject, LabQuestion question) {
        Definition definition = subject.run().definition();
        var own = definition.sequence();
        int window = own.window();
        Network network = Network.of(definition.network(), own.task(), window);
        double steps =
                switch (question.request(own.task())) {
                    case EvaluationRequest.FreeRun free -> free.steps();
                    case EvaluationRequest.Decode decode -> decode.starts().size();
                    case EvaluationRequest.TeacherForced _ ->
                            points(question.sequence(own).domain());
                };
        return steps * window * network.parameterCount();
    }

    /** Of a column they are not known here: then only the clock ends it. */
    private static double points(@org.jspecify.annotations.Nullable Domain domain) {
        return domain == null ? 0 : domain.points();
    }
}
