package dev.wavetrain.faults;

import dev.wavetrain.ApiClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A run that faults fell on, beside one of the same definition and seed that nothing disturbed.
 *
 * @param shown epochs that somebody saw
 * @param lost of those, how many are not there, or not as seen
 * @param doubled rows of epochs that have another row
 * @param differences in words, where rows or weights are not those of the undisturbed run
 */
record Comparison(int shown, int lost, int doubled, List<String> differences) {

    static Comparison of(ApiClient api, String run, String undisturbed, Watch watch) {
        List<String> rows = rows(api, run);
        Map<Integer, Watch.Losses> stored = new HashMap<>();
        rows.forEach(row -> stored.put(epoch(row), losses(row)));
        int missing =
                (int)
                        watch.shown().entrySet().stream()
                                .filter(seen -> !seen.getValue().equals(stored.get(seen.getKey())))
                                .count();
        return new Comparison(
                watch.shown().size(),
                Math.max(missing, watch.fellBehindBy()),
                rows.size() - stored.size(),
                differences(api, run, undisturbed));
    }

    /** Between the rows and the weights of two runs, in words. */
    static List<String> differences(ApiClient api, String run, String undisturbed) {
        List<String> rows = rows(api, run);
        List<String> differences = new ArrayList<>();
        List<String> expected = rows(api, undisturbed);
        for (int i = 0; i < Math.max(rows.size(), expected.size()); i++) {
            String row = i < rows.size() ? rows.get(i) : "none";
            String wanted = i < expected.size() ? expected.get(i) : "none";
            if (!row.equals(wanted)) {
                differences.add("row " + (i + 1) + " is " + row + " instead of " + wanted);
                break;
            }
        }
        if (!weights(api, run).equals(weights(api, undisturbed))) {
            differences.add("weights " + weights(api, run) + ", not " + weights(api, undisturbed));
        }
        return differences;
    }

    private static List<String> rows(ApiClient api, String run) {
        return api.get("/api/v1/runs/" + run + "/metrics.csv").text().lines().skip(1).toList();
    }

    /** Of every kept checkpoint. */
    private static List<String> weights(ApiClient api, String run) {
        List<String> weights = new ArrayList<>();
        for (JsonNode kept : api.get("/api/v1/runs/" + run + "/checkpoints").json()) {
            weights.add(
                    kept.path("epoch").intValue()
                            + kept.path("labels").toString()
                            + kept.path("parametersSha256").stringValue());
        }
        if (weights.isEmpty()) {
            throw new AssertionError("run " + run + " has kept no weights");
        }
        return weights;
    }

    private static int epoch(String row) {
        return Integer.parseInt(row.substring(0, row.indexOf(',')));
    }

    private static Watch.Losses losses(String row) {
        String[] values = row.split(",", -1);
        return new Watch.Losses(
                Double.parseDouble(values[1]),
                values[2].isEmpty() ? Double.NaN : Double.parseDouble(values[2]));
    }
}
