package dev.wavetrain.sharing.archive;

import dev.wavetrain.sharing.BadArchive;
import dev.wavetrain.sharing.BadArchive.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON of somebody else: neither deep nor long, no field twice, nothing after it. */
final class Lines {

    private static final int DEEPEST = 32;
    private static final int LONGEST_TEXT = 300_000;
    private static final int LONGEST_LINE = 1 << 20;

    /** What the manifest says of one entry takes no more. */
    private static final int MANIFEST_BYTES_AN_ENTRY = 300;

    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .maxStringLength(LONGEST_TEXT)
                                                    .maxNumberLength(50)
                                                    .maxNameLength(100)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private Lines() {}

    /** The whole entry as one JSON object. */
    static JsonNode json(InputStream content, String name, int entries) throws IOException {
        int most =
                Math.toIntExact(
                        Math.min(
                                Integer.MAX_VALUE / 2,
                                65_536L + (long) entries * MANIFEST_BYTES_AN_ENTRY));
        byte[] bytes = content.readNBytes(most + 1);
        if (bytes.length > most) {
            throw new BadArchive(Reason.JSON, name);
        }
        return parse(text(bytes, name), name);
    }

    /** Each line as a JSON object. */
    static void each(InputStream content, String name, Consumer<Line> reader) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int one = content.read(); one >= 0; one = content.read()) {
            if (one == '\n') {
                reader.accept(new Line(name, parse(text(line.toByteArray(), name), name)));
                line.reset();
            } else if (line.size() >= LONGEST_LINE) {
                throw new BadArchive(Reason.JSON, name);
            } else {
                line.write(one);
            }
        }
        if (line.size() > 0) {
            throw new BadArchive(Reason.JSON, name);
        }
    }

    static JsonNode parse(String text, String name) {
        try {
            JsonNode node = JSON.readTree(text);
            if (!node.isObject()) {
                throw new BadArchive(Reason.JSON, name);
            }
            return node;
        } catch (JacksonException e) {
            throw new BadArchive(Reason.JSON, name);
        }
    }

    /** UTF-8 alone. */
    static String text(byte[] bytes, String name) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new BadArchive(Reason.JSON, name);
        }
    }
}
