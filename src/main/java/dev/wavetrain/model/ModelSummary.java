package dev.wavetrain.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A network layer by layer, with the parameter counts that Keras shows. */
public record ModelSummary(List<Layer> layers, long parameters) {

    public ModelSummary {
        layers = List.copyOf(layers);
    }

    /**
     * One layer.
     *
     * @param outputShape the first entry is null: the batch
     */
    public record Layer(
            String name, String type, List<@Nullable Integer> outputShape, long parameters) {}
}
