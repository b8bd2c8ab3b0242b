package dev.wavetrain.experiments;

import static dev.wavetrain.sequence.Task.NEXT_STEP;
import static dev.wavetrain.sequence.Task.NEXT_VALUE;
import static dev.wavetrain.sequence.Task.TRANSLATE;

import dev.wavetrain.model.BiasInit;
import dev.wavetrain.model.Cell;
import dev.wavetrain.model.NetworkDefinition;
import dev.wavetrain.sequence.Domain;
import dev.wavetrain.sequence.SequenceDefinition;
import dev.wavetrain.sequence.Source.Formula;
import dev.wavetrain.training.CheckpointPolicy;
import dev.wavetrain.training.EarlyStopping;
import dev.wavetrain.training.Loss;
import dev.wavetrain.training.OptimizerDefinition;
import dev.wavetrain.training.OptimizerDefinition.Adam;
import dev.wavetrain.training.OptimizerDefinition.RmsProp;
import dev.wavetrain.training.OptimizerDefinition.Sgd;
import dev.wavetrain.training.Shuffle;
import dev.wavetrain.training.TrainingDefinition;
import java.util.List;
import java.util.Optional;

/** The built-in experiments, the easiest first. */
public final class Presets {

    private static final String DAMPED_COS = "exp(-x/5)*cos(x)";
    private static final Domain DAMPED = new Domain("0", "5*pi", 200, true);
    private static final OptimizerDefinition SGD = new Sgd(Sgd.LEARNING_RATE, 0);
    private static final OptimizerDefinition ADAM =
            new Adam(Adam.LEARNING_RATE, Adam.BETA_1, Adam.BETA_2, OptimizerDefinition.EPSILON);
    private static final OptimizerDefinition RMSPROP =
            new RmsProp(RmsProp.LEARNING_RATE, RmsProp.RHO, OptimizerDefinition.EPSILON);

    private static final List<Preset> ALL =
            List.of(
                    new Preset(
                            "damped-simple-rnn",
                            "Damped oscillation, SimpleRNN",
                            "The first thing to try: a small recurrent net learns a fading cosine"
                                    + " one step ahead, then continues it by itself.",
                            next(damped(), Cell.SIMPLE_RNN, 500)),
                    new Preset(
                            "sin-to-cos-simple-rnn",
                            "Sine to cosine, SimpleRNN",
                            "The smallest encoder-decoder: windows of a sine become windows of a"
                                    + " cosine.",
                            new Definition(
                                    translate(
                                            "sin(x)",
                                            "cos(x)",
                                            new Domain("-3*pi", "3*pi", 100, true)),
                                    network(Cell.SIMPLE_RNN, 10),
                                    training(ADAM, 16, 80, 0.2, 5))),
                    new Preset(
                            "sin-to-cos-lstm",
                            "Sine to cosine, LSTM",
                            "The encoder-decoder again, with LSTM cells, which hand over a cell"
                                    + " state as well.",
                            lstmTranslation(
                                    "sin(x)",
                                    "cos(x)",
                                    new Domain("-2*pi", "2*pi", 100, true),
                                    ADAM)),
                    new Preset(
                            "damped-cos-to-sin-lstm",
                            "Damped cosine to damped sine, LSTM",
                            "The same encoder-decoder on a pair of waves that fade.",
                            lstmTranslation(
                                    DAMPED_COS,
                                    "exp(-x/5)*sin(x)",
                                    new Domain("0", "5*pi", 100, true),
                                    RMSPROP)),
                    new Preset(
                            "square-to-root-lstm",
                            "Square to square root, LSTM",
                            "The same encoder-decoder on curves that never repeat: x squared"
                                    + " becomes the root of x.",
                            lstmTranslation(
                                    "x^2", "x^0.5", new Domain("0", "1.5", 100, true), RMSPROP)),
                    new Preset(
                            "damped-gru",
                            "Damped oscillation, GRU",
                            "The fading cosine one step ahead, with GRU cells.",
                            next(damped(), Cell.GRU, 1000)),
                    new Preset(
                            "damped-lstm",
                            "Damped oscillation, LSTM",
                            "The fading cosine one step ahead, with LSTM cells.",
                            next(damped(), Cell.LSTM, 1000)),
                    new Preset(
                            "sine-lstm-300",
                            "Pure sine, LSTM of 300",
                            "A large net learns the next value of a pure tone, with early"
                                    + " stopping.",
                            large("sin(x)", new Domain("0", "100*pi", 4000, false))),
                    new Preset(
                            "two-tone-lstm-300",
                            "Two tones, LSTM of 300",
                            "The large net on the sum of two tones, 200 cycles long.",
                            large(
                                    "3*sin(5*(2*pi/80)*x) - 5*cos(3*(2*pi/80)*x)",
                                    new Domain("0", "16000", 16_000, false))));

    private Presets() {}

    /** All of them, in the order they are shown. */
    public static List<Preset> all() {
        return ALL;
    }

    public static Optional<Preset> find(String key) {
        return ALL.stream().filter(preset -> preset.key().equals(key)).findFirst();
    }

    private static SequenceDefinition damped() {
        return new SequenceDefinition(NEXT_STEP, new Formula(DAMPED_COS), null, DAMPED, 20);
    }

    private static SequenceDefinition translate(String input, String target, Domain domain) {
        return new SequenceDefinition(
                TRANSLATE, new Formula(input), new Formula(target), domain, 24);
    }

    private static Definition next(SequenceDefinition sequence, Cell cell, int epochs) {
        return new Definition(
                sequence, network(cell, 40), training(SGD, 10, epochs, 0.1, epochs / 20));
    }

    private static Definition lstmTranslation(
            String input, String target, Domain domain, OptimizerDefinition optimizer) {
        return new Definition(
                translate(input, target, domain),
                network(Cell.LSTM, 75),
                training(optimizer, 10, 35, 0, 5));
    }

    private static Definition large(String expression, Domain domain) {
        return new Definition(
                new SequenceDefinition(NEXT_VALUE, new Formula(expression), null, domain, 80),
                new NetworkDefinition(Cell.LSTM, List.of(300), BiasInit.UNIFORM_CONSTANT),
                new TrainingDefinition(
                        RMSPROP,
                        Loss.MSE,
                        256,
                        1000,
                        0.3,
                        Shuffle.ONCE_BEFORE_SPLIT,
                        1,
                        new EarlyStopping(EarlyStopping.Monitor.VAL_LOSS, 20, 0),
                        // It stops long before the last epoch: one in ten still makes a film.
                        new CheckpointPolicy(true, 10, true)));
    }

    private static NetworkDefinition network(Cell cell, int units) {
        return new NetworkDefinition(cell, List.of(units), BiasInit.ZEROS);
    }

    private static TrainingDefinition training(
            OptimizerDefinition optimizer,
            int batchSize,
            int epochs,
            double validationSplit,
            int every) {
        return new TrainingDefinition(
                optimizer,
                Loss.MSE,
                batchSize,
                epochs,
                validationSplit,
                Shuffle.EVERY_EPOCH,
                1,
                null,
                new CheckpointPolicy(true, every, true));
    }
}
