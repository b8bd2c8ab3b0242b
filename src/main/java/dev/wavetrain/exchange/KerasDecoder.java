package dev.wavetrain.exchange;

import dev.wavetrain.exchange.BadModelFile.Reason;
import dev.wavetrain.exchange.KerasLayer.Tensor;
import dev.wavetrain.exchange.KerasLayer.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * That a Keras model with a decoder is what an encoder-decoder is here: each layer of the decoder
 * starts from the final states of the encoder's layer of its height.
 */
final class KerasDecoder {

    private KerasDecoder() {}

    static void require(
            List<KerasLayer> encoder,
            List<KerasLayer> decoder,
            List<KerasLayer> inputs,
            KerasLayer dense,
            List<KerasLayer> all) {
        boolean plain = all.stream().noneMatch(layer -> layer.type() == Type.DROPOUT);
        if (!plain || inputs.size() != 2 || encoder.size() != decoder.size()) {
            throw new BadModelFile(Reason.STRUCTURE, decoder.getFirst().name());
        }
        for (int k = 0; k < encoder.size(); k++) {
            KerasLayer from = encoder.get(k);
            KerasLayer to = decoder.get(k);
            boolean fits =
                    from.units() == to.units()
                            && to.is("return_sequences")
                            && from.inputs().equals(List.of(below(encoder, k, from)))
                            && to.inputs().getFirst().equals(below(decoder, k, to))
                            && states(from).contains(to.inputs().subList(1, to.inputs().size()));
            if (!fits) {
                throw new BadModelFile(Reason.STRUCTURE, to.name());
            }
        }
        boolean apart =
                !encoder.getFirst()
                        .inputs()
                        .getFirst()
                        .equals(decoder.getFirst().inputs().getFirst());
        Tensor top = new Tensor(decoder.getLast().name(), 0);
        if (!apart
                || !dense.inputs().equals(List.of(top))
                || !areInputs(encoder, decoder, inputs)) {
            throw new BadModelFile(Reason.STRUCTURE, dense.name());
        }
    }

    private static boolean areInputs(
            List<KerasLayer> encoder, List<KerasLayer> decoder, List<KerasLayer> inputs) {
        List<String> names = inputs.stream().map(KerasLayer::name).toList();
        return names.contains(encoder.getFirst().inputs().getFirst().layer())
                && names.contains(decoder.getFirst().inputs().getFirst().layer());
    }

    /** What a layer of a stack has to read: of the lowest, whatever it does read. */
    private static Tensor below(List<KerasLayer> stack, int k, KerasLayer layer) {
        return k == 0 ? layer.inputs().getFirst() : new Tensor(stack.get(k - 1).name(), 0);
    }

    /** The states of a layer, in all the ways to name them: what it gives last is its state too. */
    private static List<List<Tensor>> states(KerasLayer layer) {
        List<Tensor> first = new ArrayList<>();
        if (layer.is("return_state")) {
            first.add(new Tensor(layer.name(), 1));
        }
        if (!layer.is("return_sequences")) {
            first.add(new Tensor(layer.name(), 0));
        }
        if (!layer.cell().hasCellState()) {
            return first.stream().map(List::of).toList();
        }
        Tensor cell = new Tensor(layer.name(), 2);
        return first.stream().map(h -> List.of(h, cell)).toList();
    }
}
