package dev.wavetrain.runs.compare;

import dev.wavetrain.experiments.DefinitionJson;
import dev.wavetrain.runs.RunDetails;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;

/**
 * A setting in which runs differ.
 *
 * @param path in the definition, such as {@code training.batchSize}; {@code parent} for the
 *     checkpoint whose weights a run began with
 * @param values one a run, in the order of the runs: a number, a text, true or false, or a list of
 *     numbers; null where the run has no such setting
 */
public record ComparedSetting(String path, List<JsonNode> values) {

    public static final String PARENT = "parent";
    public static final String SEED = "training.seed";

    public ComparedSetting {
        values = List.copyOf(values);
    }

    /** Whether every run that has it has a number. */
    public boolean isNumeric() {
        return values.stream().allMatch(value -> value.isNumber() || value.isNull());
    }

    /** Those in which the runs differ, in the order of the definition. */
    static List<ComparedSetting> differing(List<RunDetails> runs) {
        List<Map<String, JsonNode>> all = runs.stream().map(ComparedSetting::leaves).toList();
        Set<String> paths = new LinkedHashSet<>();
        all.forEach(leaves -> paths.addAll(leaves.keySet()));
        List<ComparedSetting> found = new ArrayList<>();
        for (String path : paths) {
            List<JsonNode> values =
                    all.stream()
                            .<JsonNode>map(
                                    leaves -> leaves.getOrDefault(path, NullNode.getInstance()))
                            .toList();
            if (values.stream().distinct().count() > 1) {
                found.add(new ComparedSetting(path, values));
            }
        }
        return found;
    }

    private static Map<String, JsonNode> leaves(RunDetails run) {
        Map<String, JsonNode> leaves = new LinkedHashMap<>();
        collect("", DefinitionJson.write(run.definition()), leaves);
        // A run's own seed, which the definition only proposes.
        leaves.put(SEED, JsonNodeFactory.instance.numberNode(run.seed()));
        if (run.parent() != null) {
            String from = run.parent().run() + " " + run.parent().epoch();
            leaves.put(PARENT, JsonNodeFactory.instance.stringNode(from));
        }
        return leaves;
    }

    private static void collect(String path, JsonNode value, Map<String, JsonNode> leaves) {
        if (value.isObject()) {
            value.propertyStream()
                    .forEach(entry ->
                            collect(
                                    path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(),
                                    entry.getValue(),
                                    leaves));
        } else if (!value.isNull()) {
            leaves.put(path, value);
        }
    }
}
