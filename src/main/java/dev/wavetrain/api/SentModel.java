package dev.wavetrain.api;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Rule;
import dev.wavetrain.exchange.BadModelFile;
import dev.wavetrain.experiments.DefinitionJson;
import dev.wavetrain.runs.ModelUploads;
import dev.wavetrain.runs.NewModel;
import dev.wavetrain.runs.UploadedModel;
import dev.wavetrain.sequence.SequenceDefinition;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.MultipartStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A model file in the parts of a form, with what the form says of it. */
record SentModel(UploadedModel file, Map<String, String> fields) implements AutoCloseable {

    private static final String NAMELESS = "model";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * @throws BadModelFile where there is no file, or it is too large
     * @throws IOException where the sender hangs up
     */
    static SentModel read(HttpServletRequest request, ModelUploads uploads) throws IOException {
        Map<String, String> fields = new HashMap<>();
        @Nullable UploadedModel[] came = {null};
        try {
            FormParts.read(
                    request,
                    NAMELESS,
                    fields,
                    (content, name) -> came[0] = uploads.receive(content, name));
        } catch (FileUploadException | MultipartStream.MalformedStreamException malformed) {
            close(came[0]);
            throw new BadModelFile(malformed, BadModelFile.Reason.NO_FILE);
        } catch (IOException | RuntimeException failed) {
            close(came[0]);
            throw failed;
        }
        UploadedModel file = came[0];
        if (file == null) {
            throw new BadModelFile(BadModelFile.Reason.NO_FILE);
        }
        return new SentModel(file, fields);
    }

    /**
     * @throws InvalidValue where a field says something else than it may
     */
    NewModel asked(Caller caller) {
        String experiment = fields.get("experiment");
        return new NewModel(
                Objects.requireNonNullElse(Ids.projectOrAll(fields.get("project")), caller.home()),
                experiment == null || experiment.isBlank()
                        ? null
                        : Ids.experiment(experiment.strip()),
                fields.get("name"),
                sequence());
    }

    private @Nullable SequenceDefinition sequence() {
        String text = fields.get("sequence");
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return DefinitionJson.readSequence(JSON.readTree(text));
        } catch (JacksonException notJson) {
            throw new InvalidValue(
                    new FieldError(
                            "sequence", Rule.WRONG_TYPE, dev.wavetrain.common.Reason.AN_OBJECT));
        }
    }

    private static void close(@Nullable UploadedModel file) {
        if (file != null) {
            file.close();
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
