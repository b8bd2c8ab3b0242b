package dev.wavetrain.experiments.ui;

import dev.wavetrain.experiments.Definition;
import dev.wavetrain.model.NetworkDefinition;
import dev.wavetrain.sequence.Domain;
import dev.wavetrain.sequence.SequenceDefinition;
import dev.wavetrain.sequence.Source;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.training.OptimizerDefinition;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/** A definition in a reader's words. */
public final class DefinitionWords {

    private final Texts texts;

    public DefinitionWords(Texts texts) {
        this.texts = texts;
    }

    /** "LSTM 40" or "LSTM 40 + 20". */
    public String network(NetworkDefinition network) {
        return network.cell().kerasName() + " " + units(network);
    }

    /** "40" or "40 + 20". */
    public String units(NetworkDefinition network) {
        return network.units().stream().map(String::valueOf).collect(Collectors.joining(" + "));
    }

    /** The task, the net, optimizer and epochs, in one line. */
    public String oneLine(Definition definition) {
        return String.join(
                " · ",
                texts.nameOf("task", definition.sequence().task()),
                network(definition.network()),
                optimizerName(definition.training().optimizer()),
                texts.get("words.epochs", definition.training().epochs()));
    }

    public String optimizerName(OptimizerDefinition optimizer) {
        return texts.nameOf(
                "optimizer",
                switch (optimizer) {
                    case OptimizerDefinition.Sgd _ -> OptimizerFields.Kind.SGD;
                    case OptimizerDefinition.Adam _ -> OptimizerFields.Kind.ADAM;
                    case OptimizerDefinition.RmsProp _ -> OptimizerFields.Kind.RMSPROP;
                });
    }

    /** The optimizer with every parameter. */
    public String optimizer(OptimizerDefinition optimizer) {
        return optimizerName(optimizer)
                + " ("
                + switch (optimizer) {
                    case OptimizerDefinition.Sgd sgd ->
                            named("learningRate", sgd.learningRate())
                                    + ", "
                                    + named("momentum", sgd.momentum());
                    case OptimizerDefinition.Adam adam ->
                            named("learningRate", adam.learningRate())
                                    + ", "
                                    + named("beta1", adam.beta1())
                                    + ", "
                                    + named("beta2", adam.beta2())
                                    + ", "
                                    + named("epsilon", adam.epsilon());
                    case OptimizerDefinition.RmsProp rms ->
                            named("learningRate", rms.learningRate())
                                    + ", "
                                    + named("rho", rms.rho())
                                    + ", "
                                    + named("epsilon", rms.epsilon());
                }
                + ")";
    }

    private String named(String name, double value) {
        return texts.get("field.training.optimizer." + name) + " " + plain(value);
    }

    /** As short as it can be written: 40, 0.01, 1e-7. */
    public static String plain(double value) {
        return EnteredNumber.text(JsonNodeFactory.instance.numberNode(value));
    }

    /** The signal's formula, or the dataset's column. */
    public static String source(Source source) {
        return switch (source) {
            case Source.Formula(String expression) -> expression;
            case Source.Column column -> column.column();
        };
    }

    /** "exp(-x/5)*cos(x)" or "sin(x) → cos(x)". */
    public static String signal(SequenceDefinition sequence) {
        Source target = sequence.target();
        return source(sequence.input()) + (target == null ? "" : " → " + source(target));
    }

    /** "[0, 5*pi], 200 points", half open where the end is no point. */
    public String domain(@Nullable Domain domain) {
        return domain == null
                ? ""
                : texts.get(
                        domain.endpoint() ? "words.domain.closed" : "words.domain.open",
                        domain.from(),
                        domain.to(),
                        domain.points());
    }
}
