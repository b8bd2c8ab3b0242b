package dev.wavetrain.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.wavetrain.model.BiasInit;
import dev.wavetrain.model.Cell;
import dev.wavetrain.model.Forecaster;
import dev.wavetrain.model.Head;
import dev.wavetrain.model.Network;
import dev.wavetrain.model.SavedLoss;
import dev.wavetrain.model.SavedModel;
import dev.wavetrain.model.SavedOptimizer;
import dev.wavetrain.sequence.Scale;
import dev.wavetrain.sequence.Scales;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What ONNX Runtime computes of a written file is what the net here computes. */
class OnnxFileTest {

    private static final int BATCH = 3;
    private static final int STEPS = 6;
    private static final Scale INPUT = new Scale(2, 5);
    private static final Scale TARGET = new Scale(-1, 3);

    @ParameterizedTest
    @EnumSource
    void each_kind_of_net_predicts_the_same_in_onnx_runtime(Cell cell) throws OrtException {
        for (Head head : Head.values()) {
            Network network =
                    new Network(
                            cell,
                            List.of(5, 4),
                            1,
                            head == Head.ENCODER_DECODER ? 1 : 0,
                            1,
                            head,
                            STEPS);
            same(network, Scales.NONE);
            same(network, new Scales(INPUT, TARGET));
        }
    }

    private static void same(Network network, Scales scales) throws OrtException {
        Random random = new Random(23);
        float[] parameters = network.initialise(9, BiasInit.UNIFORM_CONSTANT);
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] += (random.nextFloat() - 0.5f) / 2;
        }
        float[] inputs = uniform(random);
        float[] decoder = network.hasDecoder() ? uniform(random) : null;
        float[] wanted = new Forecaster(network, parameters).predict(inputs, decoder, BATCH);
        SavedModel model =
                new SavedModel(
                        network,
                        parameters,
                        SavedLoss.MSE,
                        SavedOptimizer.sgd(0.01, 0),
                        0,
                        null,
                        scales);
        Map<String, float[]> given = new HashMap<>();
        given.put("input", out(inputs, scales.input()));
        if (decoder != null) {
            given.put("decoder_input", out(decoder, scales.target()));
        }
        float[] found = run(OnnxFile.write(model), given);
        assertThat(found).hasSameSizeAs(wanted);
        for (int i = 0; i < wanted.length; i++) {
            float own = (float) scales.target().out(wanted[i]);
            assertThat(found[i]).as(network + " " + scales).isCloseTo(own, within(1e-5f));
        }
    }

    private static float[] run(byte[] file, Map<String, float[]> given) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        Map<String, OnnxTensor> tensors = new HashMap<>();
        try (OrtSession session = environment.createSession(file)) {
            for (Map.Entry<String, float[]> one : given.entrySet()) {
                tensors.put(
                        one.getKey(),
                        OnnxTensor.createTensor(
                                environment,
                                FloatBuffer.wrap(one.getValue()),
                                new long[] {BATCH, STEPS, 1}));
            }
            try (OrtSession.Result result = session.run(tensors)) {
                FloatBuffer buffer = ((OnnxTensor) result.get(0)).getFloatBuffer();
                float[] values = new float[buffer.remaining()];
                buffer.get(values);
                return values;
            }
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    private static float[] uniform(Random random) {
        float[] values = new float[BATCH * STEPS];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat() * 2 - 1;
        }
        return values;
    }

    private static float[] out(float[] values, Scale scale) {
        float[] own = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            own[i] = (float) scale.out(values[i]);
        }
        return own;
    }
}
