package dev.wavetrain.common;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deletes what hangs on rows that are to be deleted: whatever refers to them by a foreign key, and
 * what refers to that. Read from the database's own description, so that no table is forgotten.
 * Keys of several columns are not followed.
 */
@Component
public class RowsBelow {

    /**
     * @param table whose rows refer to others
     * @param column by which they do
     * @param to the column referred to
     */
    private record Reference(String table, String column, String to) {}

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final Map<String, List<Reference>> known = new ConcurrentHashMap<>();

    RowsBelow(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    /**
     * Deletes what hangs on the rows, and leaves the rows themselves.
     *
     * @param except tables that are left alone, with all that hangs on them
     */
    public void delete(String table, Collection<?> ids, Set<String> except) {
        if (ids.isEmpty()) {
            return;
        }
        for (Reference reference : references(table)) {
            if (except.contains(reference.table())) {
                continue;
            }
            for (String to :
                    references(reference.table()).stream()
                            .map(Reference::to)
                            .collect(Collectors.toSet())) {
                delete(reference.table(), below(reference, to, ids), except);
            }
            jdbc.sql(
                            "delete from %s where %s in (:ids)"
                                    .formatted(reference.table(), reference.column()))
                    .param("ids", ids)
                    .update();
        }
    }

    private List<Object> below(Reference reference, String column, Collection<?> ids) {
        return jdbc.sql(
                        "select %s from %s where %s in (:ids)"
                                .formatted(column, reference.table(), reference.column()))
                .param("ids", ids)
                .query((row, _) -> row.getObject(1))
                .list();
    }

    private List<Reference> references(String table) {
        return known.computeIfAbsent(
                table,
                name ->
                        template.execute(
                                (ConnectionCallback<List<Reference>>)
                                        connection -> read(connection, name)));
    }

    private static List<Reference> read(Connection connection, String table) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        String stored = data.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
        Map<String, List<Reference>> keys = new HashMap<>();
        try (ResultSet row =
                data.getExportedKeys(connection.getCatalog(), connection.getSchema(), stored)) {
            while (row.next()) {
                String key = row.getString("FKTABLE_NAME") + "." + row.getString("FK_NAME");
                keys.computeIfAbsent(key, _ -> new ArrayList<>())
                        .add(
                                new Reference(
                                        lower(row, "FKTABLE_NAME"),
                                        lower(row, "FKCOLUMN_NAME"),
                                        lower(row, "PKCOLUMN_NAME")));
            }
        }
        return keys.values().stream()
                .filter(columns -> columns.size() == 1)
                .map(List::getFirst)
                .filter(reference -> !reference.table().equals(table))
                .toList();
    }

    private static String lower(ResultSet row, String column) throws SQLException {
        return row.getString(column).toLowerCase(Locale.ROOT);
    }
}
