package dev.wavetrain.exchange;

import dev.wavetrain.exchange.BadModelFile.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A network's configuration, as a tree of plain values: a class that it names is compared with
 * those that are known, and never loaded.
 */
final class Config {

    private static final int DEEPEST = 64;
    private static final int LONGEST = 16 << 20;

    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .maxStringLength(1 << 20)
                                                    .maxNumberLength(50)
                                                    .maxNameLength(1_000)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private Config() {}

    static JsonNode parse(byte[] bytes, String name) {
        try {
            return parse(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(),
                    name);
        } catch (CharacterCodingException notUtf8) {
            throw new BadModelFile(notUtf8, Reason.JSON, name);
        }
    }

    /**
     * @param name what to call it where it is refused
     */
    static JsonNode parse(String text, String name) {
        if (text.length() > LONGEST) {
            throw new BadModelFile(Reason.JSON, name);
        }
        try {
            JsonNode node = JSON.readTree(text);
            if (!node.isObject()) {
                throw new BadModelFile(Reason.JSON, name);
            }
            return node;
        } catch (JacksonException e) {
            throw new BadModelFile(e, Reason.JSON, name);
        }
    }

    /** A whole number; 0 where there is none. */
    static int number(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToInt() ? node.intValue() : 0;
    }

    /** A number inside (low, high); the usual one where there is none such. */
    static double number(JsonNode node, double low, double high, double usual) {
        double value = node.isNumber() ? node.doubleValue() : Double.NaN;
        return value > low && value < high ? value : usual;
    }

    /** A value as one would write it, for a message. */
    static String said(JsonNode node) {
        return node.isString() ? node.asString() : node.toString();
    }
}
