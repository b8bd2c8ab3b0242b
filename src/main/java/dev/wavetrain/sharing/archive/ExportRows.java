package dev.wavetrain.sharing.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes rows of any table, each as a line of JSON; memory does not grow with the table. */
final class ExportRows {

    private static final int READ_AT_ONCE = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcTemplate jdbc;

    ExportRows(DataSource database) {
        jdbc = new JdbcTemplate(database);
        jdbc.setFetchSize(READ_AT_ONCE);
    }

    /** All that the query gives of what has the id, as one entry. */
    void write(ArchiveWriter archive, String name, String sql, UUID id) throws IOException {
        archive.entry(name, content -> query(row -> line(content, json(row)), sql, id));
    }

    List<UUID> ids(String sql, UUID id) {
        return list(sql, (row, _) -> row.getObject(1, UUID.class), id);
    }

    <T> List<T> list(String sql, RowMapper<T> mapper, UUID id) {
        return jdbc.query(sql, mapper, id);
    }

    void query(RowCallbackHandler reader, String sql, UUID id) throws IOException {
        try {
            jdbc.query(sql, reader, id);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    static void line(OutputStream content, String line) {
        try {
            content.write(line.getBytes(StandardCharsets.UTF_8));
            content.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            put(json, columns.getColumnLabel(i).toLowerCase(Locale.ROOT), row, i, columns);
        }
        return JSON.writeValueAsString(json);
    }

    private static void put(
            ObjectNode json, String name, ResultSet row, int i, ResultSetMetaData columns)
            throws SQLException {
        if (row.getObject(i) == null) {
            json.putNull(name);
            return;
        }
        switch (columns.getColumnType(i)) {
            case Types.BOOLEAN, Types.BIT -> json.put(name, row.getBoolean(i));
            case Types.INTEGER, Types.BIGINT, Types.SMALLINT -> json.put(name, row.getLong(i));
            case Types.DOUBLE, Types.FLOAT -> real(json, name, row.getDouble(i));
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
                    json.put(name, row.getObject(i, OffsetDateTime.class).toInstant().toString());
            default -> json.put(name, row.getString(i));
        }
    }

    private static void real(ObjectNode json, String name, double value) {
        if (Double.isFinite(value)) {
            json.put(name, value);
        } else {
            json.put(name, String.valueOf(value));
        }
    }
}
