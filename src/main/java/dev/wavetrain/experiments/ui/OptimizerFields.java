package dev.wavetrain.experiments.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.wavetrain.training.OptimizerDefinition;
import org.jspecify.annotations.Nullable;

/** The optimizer and the parameters that its kind has. */
final class OptimizerFields extends Div {

    /** The kinds, with the learning rate that each starts from. */
    enum Kind {
        SGD(OptimizerDefinition.Sgd.LEARNING_RATE),
        ADAM(OptimizerDefinition.Adam.LEARNING_RATE),
        RMSPROP(OptimizerDefinition.RmsProp.LEARNING_RATE);

        private final String learningRate;

        Kind(double learningRate) {
            this.learningRate = String.valueOf(learningRate);
        }
    }

    private final TextField learningRate;
    private final TextField momentum;
    private final TextField beta1;
    private final TextField beta2;
    private final TextField rho;
    private final TextField epsilon;

    OptimizerFields(Inputs inputs) {
        addClassName("wt-exp-row");
        Select<Kind> kind = inputs.choice("training.optimizer.kind", "optimizer", Kind.class);
        learningRate = inputs.number("training.optimizer.learningRate");
        momentum = started(inputs, "momentum", 0);
        beta1 = started(inputs, "beta1", OptimizerDefinition.Adam.BETA_1);
        beta2 = started(inputs, "beta2", OptimizerDefinition.Adam.BETA_2);
        rho = started(inputs, "rho", OptimizerDefinition.RmsProp.RHO);
        epsilon = started(inputs, "epsilon", OptimizerDefinition.EPSILON);
        kind.addValueChangeListener(change -> follow(change.getOldValue(), change.getValue()));
        add(kind, learningRate, momentum, beta1, beta2, rho, epsilon);
    }

    private static TextField started(Inputs inputs, String name, double value) {
        TextField field = inputs.number("training.optimizer." + name);
        field.setValue(
                EnteredNumber.text(
                        tools.jackson.databind.node.JsonNodeFactory.instance.numberNode(value)));
        return field;
    }

    private void follow(@Nullable Kind before, @Nullable Kind now) {
        momentum.setVisible(now == Kind.SGD);
        beta1.setVisible(now == Kind.ADAM);
        beta2.setVisible(now == Kind.ADAM);
        rho.setVisible(now == Kind.RMSPROP);
        epsilon.setVisible(now == Kind.ADAM || now == Kind.RMSPROP);
        // A rate that nobody chose follows the kind; one that somebody chose stays.
        if (now != null && before != null && learningRate.getValue().equals(before.learningRate)) {
            learningRate.setValue(now.learningRate);
        }
    }
}
