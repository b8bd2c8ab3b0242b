package dev.wavetrain.runs.ui;

import dev.wavetrain.runs.compare.ComparedSetting;
import dev.wavetrain.shell.chart.WavePlot;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * A setting as an axis: numbers where all values are, else the words there are, in order.
 *
 * @param places [runs] where each stands along it; NaN where a run has no number
 */
record CompareAxis(WavePlot.Axis axis, double[] places) {

    static CompareAxis of(ComparedSetting setting, CompareWords words) {
        String name = words.name(setting);
        if (setting.values().stream().allMatch(CompareAxis::isNumber)) {
            return new CompareAxis(
                    new WavePlot.Axis(name, List.of()),
                    setting.values().stream().mapToDouble(CompareAxis::number).toArray());
        }
        List<String> all =
                IntStream.range(0, setting.values().size())
                        .mapToObj(run -> words.value(setting, run))
                        .toList();
        List<String> there = all.stream().distinct().sorted().toList();
        return new CompareAxis(
                new WavePlot.Axis(name, there), all.stream().mapToDouble(there::indexOf).toArray());
    }

    /** A list of one, as the units of one layer, is a number too; what is missing does not tell. */
    private static boolean isNumber(JsonNode value) {
        return value.isNull()
                || value.isNumber()
                || value.isArray() && value.size() == 1 && value.get(0).isNumber();
    }

    private static double number(JsonNode value) {
        JsonNode one = value.isArray() ? value.get(0) : value;
        return one.isNull() ? Double.NaN : one.doubleValue();
    }
}
