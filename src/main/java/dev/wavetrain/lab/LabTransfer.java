package dev.wavetrain.lab;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.RunId;
import dev.wavetrain.lab.internal.LabRows;
import dev.wavetrain.lab.internal.Payload;
import dev.wavetrain.sequence.SequenceDefinition;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Kept results out of one server and into another. Asks nobody who may; whoever calls has to.
 * Questions and findings that come are held to what people can ask.
 */
@Component
public class LabTransfer {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final LabRows rows;

    LabTransfer(LabRows rows) {
        this.rows = rows;
    }

    /** What an entry came to, as JSON. */
    public byte[] findings(UUID entry) {
        return JSON.writeValueAsBytes(rows.payload(entry));
    }

    /**
     * A question that was stored elsewhere.
     *
     * @param datasets the id here of a data set there
     * @throws IllegalArgumentException where nobody could have asked it
     */
    public static LabQuestion question(JsonNode stored, UnaryOperator<String> datasets) {
        try {
            LabQuestion read = JSON.treeToValue(stored, LabQuestion.class);
            JsonNode data = read.data();
            if (data != null) {
                if (!data.isObject()) {
                    throw new IllegalArgumentException("data that are no object");
                }
                rename(data.get("input"), datasets);
                rename(data.get("target"), datasets);
            }
            return new LabQuestion(
                    Objects.requireNonNull(read.mode()),
                    read.start(),
                    read.steps(),
                    read.starts(),
                    data,
                    Objects.requireNonNull(read.variation()),
                    read.sweep());
        } catch (JacksonException | NullPointerException refused) {
            throw new IllegalArgumentException("no question", refused);
        }
    }

    private static void rename(JsonNode source, UnaryOperator<String> datasets) {
        if (source instanceof ObjectNode column && column.has("dataset")) {
            column.put("dataset", datasets.apply(column.get("dataset").asString("")));
        }
    }

    /**
     * That a net can be asked the question.
     *
     * @param own what it learned from
     * @throws InvalidValue otherwise
     */
    public static void fits(LabQuestion question, SequenceDefinition own) {
        var _ = question.request(own.task());
        var _ = question.sequence(own);
    }

    /** Keeps a result without its entries. */
    public void keep(UUID id, String name, LabQuestion question, Caller author, Instant createdAt) {
        rows.insert(id, name, question, List.of(), author, createdAt);
    }

    /**
     * Keeps what one checkpoint came to.
     *
     * @param place from 0
     * @param findings as {@link #findings} gives them; read to their end
     * @throws IllegalArgumentException where they are not those of such a question
     */
    public void keep(
            UUID result,
            int place,
            RunId run,
            CheckpointId checkpoint,
            int epoch,
            boolean ofSweep,
            InputStream findings) {
        rows.insert(result, place, run, checkpoint, epoch, Payload.read(findings, ofSweep));
    }
}
