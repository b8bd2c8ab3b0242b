package dev.wavetrain.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of {@code src/docs/permissions.md}: what each person gets of each route. */
public record PermissionTable(Map<String, Map<String, String>> rows) {

    public static PermissionTable of(String section) throws IOException {
        String text = Files.readString(Path.of("src/docs/permissions.md"));
        String part = text.substring(text.indexOf("## " + section));
        List<List<String>> cells =
                part.lines()
                        .skip(1)
                        .takeWhile(line -> !line.startsWith("## "))
                        .filter(line -> line.startsWith("|"))
                        .map(PermissionTable::cells)
                        .toList();
        List<String> head = cells.getFirst();
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (List<String> row : cells.subList(2, cells.size())) {
            Map<String, String> byPerson = new LinkedHashMap<>();
            for (int i = 1; i < head.size(); i++) {
                byPerson.put(head.get(i), row.get(i));
            }
            if (rows.put(row.getFirst().replace("`", ""), byPerson) != null) {
                throw new IllegalStateException("twice in the table: " + row.getFirst());
            }
        }
        return new PermissionTable(rows);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList();
    }
}
