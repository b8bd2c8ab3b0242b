package dev.wavetrain.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.sequence.Source;
import dev.wavetrain.training.CheckpointPolicy;
import dev.wavetrain.training.EarlyStopping;
import dev.wavetrain.training.OptimizerDefinition.Adam;
import dev.wavetrain.training.OptimizerDefinition.RmsProp;
import dev.wavetrain.training.OptimizerDefinition.Sgd;
import dev.wavetrain.training.Shuffle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class DefinitionJsonTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Definition DAMPED = Presets.all().getFirst().definition();

    /** As little as a definition can say. */
    private static final String SHORT =
            """
            {"sequence": {"task": "NEXT_STEP", "input": {"expression": "sin(x)"},
                          "domain": {"from": "0", "to": "1", "points": 50}, "window": 5},
             "network": {"cell": "GRU", "units": [3, 4]},
             "training": {"loss": "MAE"}}
            """;

    @Test
    void every_preset_reads_back_equal_and_writes_the_same_text() {
        for (Preset preset : Presets.all()) {
            String text = DefinitionJson.write(preset.definition()).toString();
            Definition read = DefinitionJson.read(JSON.readTree(text));
            assertThat(read).isEqualTo(preset.definition());
            assertThat(DefinitionJson.write(read)).hasToString(text);
        }
    }

    @Test
    void the_contract_s_example_is_the_first_preset_but_for_its_checkpoints() {
        Definition example =
                read(
                        """
                        {"sequence": {"task": "NEXT_STEP",
                           "input": {"expression": "exp(-x/5)*cos(x)"}, "target": null,
                           "domain": {"from": "0", "to": "5*pi", "points": 200, "endpoint": true},
                           "window": 20},
                         "network": {"cell": "SIMPLE_RNN", "units": [40], "biasInit": "ZEROS"},
                         "training": {"optimizer": {"kind": "SGD", "learningRate": 0.01},
                           "loss": "MSE", "batchSize": 10, "epochs": 500, "validationSplit": 0.1,
                           "shuffle": "EVERY_EPOCH", "seed": 1, "earlyStopping": null,
                           "checkpoints": {"best": true, "every": 25, "last": true}}}
                        """);
        assertThat(example).isEqualTo(DAMPED);
    }

    @Test
    void what_is_left_out_or_null_has_keras_s_default() {
        Definition definition = read(SHORT);
        assertThat(definition.training().optimizer()).isEqualTo(new RmsProp(0.001, 0.9, 1e-7));
        assertThat(definition.training().batchSize()).isEqualTo(32);
        assertThat(definition.training().epochs()).isEqualTo(1);
        assertThat(definition.training().validationSplit()).isZero();
        assertThat(definition.training().shuffle()).isEqualTo(Shuffle.EVERY_EPOCH);
        assertThat(definition.training().earlyStopping()).isNull();
        assertThat(definition.training().checkpoints())
                .isEqualTo(new CheckpointPolicy(true, 0, true));
        ObjectNode nulls = (ObjectNode) JSON.readTree(SHORT);
        ObjectNode training = (ObjectNode) nulls.get("training");
        for (String name :
                "optimizer batchSize epochs validationSplit shuffle seed checkpoints".split(" ")) {
            training.putNull(name);
        }
        assertThat(DefinitionJson.read(nulls)).isEqualTo(definition);
        training.putObject("optimizer").put("kind", "ADAM").putNull("beta1");
        training.put("validationSplit", 0.5).putObject("earlyStopping");
        assertThat(DefinitionJson.read(nulls).training().optimizer())
                .isEqualTo(new Adam(0.001, 0.9, 0.999, 1e-7));
        assertThat(DefinitionJson.read(nulls).training().earlyStopping())
                .isEqualTo(new EarlyStopping(EarlyStopping.Monitor.VAL_LOSS, 0, 0));
        training.putObject("optimizer").put("kind", "SGD");
        assertThat(DefinitionJson.read(nulls).training().optimizer()).isEqualTo(new Sgd(0.01, 0));
    }

    @Test
    void everything_wrong_is_found_in_one_reading() {
        assertThat(
                        errors(
                                """
                                {"sequence": {"task": "SLEEP", "input": {"expression": "sin("},
                                   "domain": {"from": 0, "to": "1/0", "points": 1, "step": 2},
                                   "window": 0},
                                 "network": {"cell": "gru", "units": [0, 100000, "4", 2.5],
                                   "layers": 2},
                                 "training": {"optimizer": {"kind": "SGD", "learningRate": -1,
                                     "beta1": 0.9},
                                   "loss": "MSE", "batchSize": "10", "epochs": 0,
                                   "validationSplit": 1, "shuffle": true,
                                   "checkpoints": {"every": -1, "first": true}},
                                 "name": "x"}
                                """))
                .containsExactlyInAnyOrder(
                        "sequence.task must be one of NEXT_STEP, NEXT_VALUE, TRANSLATE",
                        "sequence.input.expression has a syntax error at character 5: a number, x"
                                + " or a function is missing at the end",
                        "sequence.domain.from must be a text",
                        "sequence.domain.to must be a finite number",
                        "sequence.domain.points must be at least 2",
                        "sequence.domain.step is not a known field",
                        "sequence.window must be at least 1",
                        "network.cell must be one of SIMPLE_RNN, LSTM, GRU",
                        "network.units[0] must be at least 1",
                        "network.units[1] must be at most 4096",
                        "network.units[2] must be a whole number",
                        "network.units[3] must be a whole number",
                        "network.layers is not a known field",
                        "training.optimizer.learningRate must be greater than 0.0",
                        "training.optimizer.beta1 is not a known field",
                        "training.batchSize must be a whole number",
                        "training.epochs must be at least 1",
                        "training.validationSplit must be less than 1.0",
                        "training.shuffle must be one of EVERY_EPOCH, ONCE_BEFORE_SPLIT, NEVER",
                        "training.checkpoints.every must be at least 0",
                        "training.checkpoints.first is not a known field",
                        "name is not a known field");
    }

    @Test
    void what_is_missing_is_named_where_it_should_be() {
        assertThat(errors("{}"))
                .containsExactly(
                        "sequence is required", "network is required", "training is required");
        assertThat(errors("{\"sequence\": {}, \"network\": {}, \"training\": {}}"))
                .containsExactlyInAnyOrder(
                        "sequence.task is required",
                        "sequence.input is required",
                        "sequence.window is required",
                        "network.cell is required",
                        "network.units is required",
                        "training.loss is required");
        assertThat(errors("{\"sequence\": [], \"network\": 1, \"training\": \"x\"}"))
                .containsExactly(
                        "sequence must be an object",
                        "network must be an object",
                        "training must be an object");
        for (String root : new String[] {"[]", "null", "1", "\"definition\""}) {
            assertThat(errors(root)).containsExactly("definition must be an object");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "training.batchSize | 10.0 | ",
                "training.batchSize | 1e1 | ",
                "training.batchSize | 1e400 | training.batchSize must be a whole number",
                "training.batchSize | 99999999999999999999 | training.batchSize must be at most"
                        + " 1000000",
                "training.batchSize | -5 | training.batchSize must be at least 1",
                "training.batchSize | 2147483648 | training.batchSize must be at most 1000000",
                "training.batchSize | true | training.batchSize must be a whole number",
                "training.seed | 9223372036854775807 | ",
                "training.seed | 9223372036854775808 | training.seed must be at most"
                        + " 9223372036854775807",
                "training.seed | -9223372036854775809 | training.seed must be at least"
                        + " -9223372036854775808",
                "training.seed | 0.5 | training.seed must be a whole number",
                "training.validationSplit | 1e400 | training.validationSplit must be a finite"
                        + " number",
                "training.validationSplit | -1e400 | training.validationSplit must be a finite"
                        + " number",
                "training.validationSplit | \"NaN\" | training.validationSplit must be a number",
                "training.validationSplit | 0 | ",
                "training.optimizer | \"SGD\" | training.optimizer must be an object",
                "training.optimizer | {} | training.optimizer.kind is required",
                "training.optimizer | {\"kind\": \"ADAM\", \"epsilon\": 0} |"
                        + " training.optimizer.epsilon must be greater than 0.0",
                "training.earlyStopping | {\"monitor\": \"val_loss\"} |"
                        + " training.earlyStopping.monitor is not allowed here: there is no"
                        + " validation split to watch",
                "training.earlyStopping | {\"monitor\": \"LOSS\"} |"
                        + " training.earlyStopping.monitor must be one of loss, val_loss",
                "training.earlyStopping | {\"monitor\": \"loss\", \"patience\": 3} | ",
                "sequence.window | 50 | sequence.window must be less than 50",
                "sequence.window | 49 | ",
                "sequence.target | {\"expression\": \"x\"} | sequence.target is not allowed here:"
                        + " only a TRANSLATE task has a target",
                "sequence.task | \"TRANSLATE\" | sequence.target is required",
                "sequence.domain | null | sequence.domain is required",
                "sequence.domain.endpoint | \"yes\" | sequence.domain.endpoint must be true or"
                        + " false",
                "sequence.input | {\"expression\": \"x\", \"dataset\": \"d\", \"column\": \"c\"} |"
                        + " sequence.input.expression is not allowed here: the series is a"
                        + " dataset's column",
                "sequence.input | {\"dataset\": \"d\"} | sequence.input.column is required",
                "sequence.input | {} | sequence.input.expression is required",
                "sequence.input | {\"expression\": \"\"} | sequence.input.expression is required",
                "network.units | [] | network.units is required",
                "network.units | 40 | network.units must be a list of whole numbers",
                "network.units | [null] | network.units[0] must be a whole number",
                "network.units | [1,1,1,1,1,1,1,1,1] | network.units would need 9 layers, more"
                        + " than the 8 allowed",
            },
            quoteCharacter = '`')
    void one_field_of_a_right_definition_changed(String path, String value, String error) {
        JsonNode json = JSON.readTree(SHORT);
        String parent = path.substring(0, path.lastIndexOf('.')).replace('.', '/');
        ((ObjectNode) json.at("/" + parent))
                .set(path.substring(path.lastIndexOf('.') + 1), JSON.readTree(value));
        if (error == null) {
            assertThat(DefinitionJson.read(json)).isNotNull();
        } else {
            assertThat(errors(json)).containsExactly(error);
        }
    }

    @Test
    void columns_of_datasets_have_no_domain() {
        ObjectNode json = (ObjectNode) JSON.readTree(SHORT);
        ObjectNode sequence = (ObjectNode) json.get("sequence");
        sequence.putObject("input").put("dataset", "d").put("column", "c").putNull("expression");
        assertThat(errors(json.toString()))
                .containsExactly(
                        "sequence.domain is not allowed here: the rows of a dataset are its"
                                + " points");
        sequence.putNull("domain");
        assertThat(DefinitionJson.read(json).sequence().input())
                .isEqualTo(new Source.Column("d", "c"));
    }

    @Test
    void a_sequence_alone_is_read_with_the_same_paths() {
        JsonNode sequence = JSON.readTree(SHORT).get("sequence");
        assertThat(DefinitionJson.readSequence(sequence)).isEqualTo(read(SHORT).sequence());
        ((ObjectNode) sequence).put("window", 50).put("step", 1);
        assertThatThrownBy(() -> DefinitionJson.readSequence(sequence))
                .hasMessage(
                        "sequence.step is not a known field; sequence.window must be less than 50");
    }

    @Test
    void an_override_changes_its_field_alone() {
        Definition changed =
                override("training.epochs", "50", "training.optimizer.momentum", "0.9");
        assertThat(changed.training().epochs()).isEqualTo(50);
        assertThat(changed.training().optimizer()).isEqualTo(new Sgd(0.01, 0.9));
        assertThat(changed.sequence()).isEqualTo(DAMPED.sequence());
        assertThat(override("training.epochs", "500")).isEqualTo(DAMPED);
        assertThat(DefinitionJson.override(DAMPED, Map.of())).isEqualTo(DAMPED);
    }

    @Test
    void another_kind_of_optimizer_starts_from_its_own_defaults() {
        assertThat(override("training.optimizer.kind", "\"ADAM\"").training().optimizer())
                .isEqualTo(new Adam(0.001, 0.9, 0.999, 1e-7));
        assertThat(
                        override(
                                        "training.optimizer.beta1",
                                        "0.5",
                                        "training.optimizer.kind",
                                        "\"ADAM\"")
                                .training()
                                .optimizer())
                .isEqualTo(new Adam(0.001, 0.5, 0.999, 1e-7));
        assertThat(override("training.optimizer.kind", "\"SGD\"")).isEqualTo(DAMPED);
    }

    @Test
    void an_override_inside_what_is_null_makes_it() {
        assertThat(override("training.earlyStopping.patience", "7").training().earlyStopping())
                .isEqualTo(new EarlyStopping(EarlyStopping.Monitor.VAL_LOSS, 7, 0));
    }

    @Test
    void a_wrong_override_is_named_by_its_path() {
        assertThatThrownBy(() ->
                        override(
                                "training.epochs",
                                "-1",
                                "training.nothing",
                                "1",
                                "training.epochs.x",
                                "1",
                                "foo.bar",
                                "1",
                                "",
                                "1",
                                "training.",
                                "1",
                                "network.units",
                                "[4.5]"))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        e ->
                                assertThat(e.errors())
                                        .extracting(FieldError::field)
                                        .containsExactlyInAnyOrder(
                                                "",
                                                "foo.bar",
                                                "training.",
                                                "training.epochs.x",
                                                "training.epochs",
                                                "training.nothing",
                                                "network.units[0]"));
    }

    private static Definition override(String... pathsAndValues) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (int i = 0; i < pathsAndValues.length; i += 2) {
            values.put(pathsAndValues[i], JSON.readTree(pathsAndValues[i + 1]));
        }
        return DefinitionJson.override(DAMPED, values);
    }

    private static Definition read(String json) {
        return DefinitionJson.read(JSON.readTree(json));
    }

    private static List<String> errors(String json) {
        return errors(JSON.readTree(json));
    }

    private static List<String> errors(JsonNode json) {
        InvalidValue invalid =
                catchThrowableOfType(InvalidValue.class, () -> DefinitionJson.read(json));
        List<String> messages = new ArrayList<>();
        for (FieldError error : invalid.errors()) {
            messages.add(error.field() + " " + error.message());
        }
        return messages;
    }
}
