package dev.wavetrain.runs.compare;

import dev.wavetrain.experiments.DefinitionJson;
import dev.wavetrain.runs.RunDetails;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

    /** Those in which the runs differ, in the order of the definition. */
    static List<ComparedSetting> differing(List<RunDetails> runs) {
        List<Map<String, JsonNode>> all = runs.stream().map(ComparedSetting::leaves).toList();
        List<String> paths = new ArrayList<>();
        all.forEach(leaves -> merge(leaves.keySet(), paths));
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

    /** What is new comes behind what it stands behind in its own definition. */
    private static void merge(Set<String> own, List<String> paths) {
        int at = 0;
        for (String path : own) {
            int known = paths.indexOf(path);
            if (known < 0) {
                paths.add(at, path);
            } else {
                at = known;
            }
            at++;
        }
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
