package dev.wavetrain.exchange;

import dev.wavetrain.exchange.BadModelFile.Reason;
import dev.wavetrain.exchange.KerasLayer.Tensor;
import dev.wavetrain.exchange.KerasLayer.Type;
import dev.wavetrain.model.Cell;
import dev.wavetrain.model.Head;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What the layers of a Keras model come to: recurrent layers one on the other and a dense layer on
 * all steps or on the last; or an encoder whose states start a decoder, with a dense layer on each
 * of its steps.
 *
 * @param decoder empty without one
 * @param window steps that its input says; 0 where any number goes
 */
record KerasNet(
        List<KerasLayer> layers,
        List<KerasLayer> decoder,
        KerasLayer dense,
        Head head,
        int window) {

    /** More than any network here has, with what stands between its layers. */
    private static final int MOST = 64;

    /**
     * @param model {@code {"class_name", "config"}}
     */
    static KerasNet of(JsonNode model) {
        List<KerasLayer> all = layers(model);
        boolean connected = !model.path("class_name").asString("").equals("Sequential");
        List<KerasLayer> inputs = all.stream().filter(l -> l.type() == Type.INPUT).toList();
        List<KerasLayer> recurrent = all.stream().filter(KerasLayer::isRecurrent).toList();
        if (recurrent.isEmpty()) {
            throw new BadModelFile(Reason.NO_RECURRENT_LAYER);
        }
        requireOneCell(recurrent);
        List<KerasLayer> decoder =
                recurrent.stream().filter(layer -> layer.inputs().size() > 1).toList();
        KerasLayer dense = dense(all);
        int window = window(inputs.isEmpty() ? List.of(all.getFirst()) : inputs);
        if (decoder.isEmpty()) {
            if (connected) {
                requireChain(all);
            }
            return new KerasNet(recurrent, decoder, dense, head(recurrent), window);
        }
        List<KerasLayer> encoder =
                recurrent.stream().filter(layer -> layer.inputs().size() <= 1).toList();
        KerasDecoder.require(encoder, decoder, inputs, dense, all);
        return new KerasNet(encoder, decoder, dense, Head.ENCODER_DECODER, window);
    }

    private static List<KerasLayer> layers(JsonNode model) {
        JsonNode config = model.path("config");
        JsonNode listed = config.isArray() ? config : config.path("layers");
        if (!listed.isArray() || listed.isEmpty()) {
            throw new BadModelFile(Reason.NOT_A_MODEL);
        }
        if (listed.size() > MOST) {
            throw new BadModelFile(Reason.TOO_MANY_LAYERS, listed.size(), MOST);
        }
        Map<Type, Integer> before = new EnumMap<>(Type.class);
        List<KerasLayer> layers = new ArrayList<>();
        for (JsonNode layer : listed) {
            layers.add(
                    KerasLayer.of(
                            layer, before.merge(KerasLayer.type(layer), 1, Integer::sum) - 1));
        }
        return layers;
    }

    private static void requireOneCell(List<KerasLayer> recurrent) {
        Cell first = recurrent.getFirst().cell();
        for (KerasLayer layer : recurrent) {
            layer.requireUsualCell();
            if (layer.cell() != first) {
                throw new BadModelFile(Reason.MIXED, first.kerasName(), layer.cell().kerasName());
            }
        }
    }

    private static KerasLayer dense(List<KerasLayer> all) {
        KerasLayer last = all.getLast();
        boolean one =
                all.stream()
                                .filter(l ->
                                        l.type() == Type.DENSE || l.type() == Type.TIME_DISTRIBUTED)
                                .count()
                        == 1;
        if (!one || last.type() != Type.DENSE && last.type() != Type.TIME_DISTRIBUTED) {
            throw new BadModelFile(Reason.NO_OUTPUT);
        }
        JsonNode config = last.denseConfig();
        if (!config.path("activation").asString("linear").equals("linear")) {
            throw new BadModelFile(
                    Reason.SETTING,
                    "activation",
                    Config.said(config.path("activation")),
                    last.name());
        }
        if (Config.number(config.path("units")) != 1) {
            throw new BadModelFile(Reason.OUTPUTS, Config.number(config.path("units")));
        }
        return last;
    }

    /** Each layer reads what the one before it gives, and nothing else. */
    private static void requireChain(List<KerasLayer> all) {
        for (int i = 1; i < all.size(); i++) {
            KerasLayer layer = all.get(i);
            if (!layer.inputs().equals(List.of(new Tensor(all.get(i - 1).name(), 0)))) {
                throw new BadModelFile(Reason.STRUCTURE, layer.name());
            }
        }
    }

    private static Head head(List<KerasLayer> recurrent) {
        for (KerasLayer layer : recurrent.subList(0, recurrent.size() - 1)) {
            if (!layer.is("return_sequences")) {
                throw new BadModelFile(Reason.STRUCTURE, layer.name());
            }
        }
        return recurrent.getLast().is("return_sequences") ? Head.SEQUENCE : Head.LAST;
    }

    /** Of (B, T, F): B any, T a number or any, F 1. */
    private static int window(List<KerasLayer> inputs) {
        int window = 0;
        for (KerasLayer input : inputs) {
            JsonNode config = input.config();
            JsonNode shape =
                    config.has("batch_shape")
                            ? config.path("batch_shape")
                            : config.path("batch_input_shape");
            if (shape.isArray()) {
                if (shape.size() != 3 || Config.number(shape.path(2)) != 1) {
                    throw new BadModelFile(
                            Reason.FEATURES, shape.size() == 3 ? Config.said(shape.path(2)) : "?");
                }
                window = Math.max(window, Config.number(shape.path(1)));
            }
        }
        return window;
    }

    List<Integer> units() {
        return layers.stream().map(KerasLayer::units).toList();
    }
}
