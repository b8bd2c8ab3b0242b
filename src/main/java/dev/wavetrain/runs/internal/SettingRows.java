package dev.wavetrain.runs.internal;

import dev.wavetrain.model.Checksums;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Types;
import java.util.UUID;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code run_setting}. Equal definitions have one key, and their rows are there once. */
@Component
class SettingRows {

    private static final int HALF = 16;

    private final JsonMapper json = JsonMapper.builder().build();
    private final JdbcTemplate jdbc;

    SettingRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Sees to it that a definition's settings can be searched. Has to be called in a transaction.
     *
     * @param definition canonical JSON
     * @return their key
     */
    UUID keep(String definition) {
        UUID key = key(definition);
        Integer rows =
                jdbc.queryForObject(
                        "select count(*) from run_setting where settings_key = ?",
                        Integer.class,
                        key);
        if (rows == null || rows == 0) {
            jdbc.execute((ConnectionCallback<Boolean>) to -> insert(to, key, definition));
        }
        return key;
    }

    /** The beginning of the text's SHA-256. */
    private static UUID key(String definition) {
        String sum = Checksums.bytes(definition.getBytes(StandardCharsets.UTF_8));
        return new UUID(
                Long.parseUnsignedLong(sum.substring(0, HALF), HALF),
                Long.parseUnsignedLong(sum.substring(HALF, 2 * HALF), HALF));
    }

    /** Whoever writes the same at the same time writes equal rows: theirs will do. */
    private boolean insert(Connection to, UUID key, String definition) throws SQLException {
        Savepoint before = to.setSavepoint();
        try (PreparedStatement row =
                to.prepareStatement(
                        "insert into run_setting"
                                + " (settings_key, path, place, text_value, number_value)"
                                + " values (?, ?, ?, ?, ?)")) {
            for (Setting setting : Setting.all(json.readTree(definition))) {
                row.setObject(1, key);
                row.setString(2, setting.path());
                row.setInt(3, setting.place());
                row.setString(4, setting.text());
                row.setObject(5, setting.number(), Types.DOUBLE);
                row.addBatch();
            }
            row.executeBatch();
            return true;
        } catch (SQLException e) {
            to.rollback(before);
            if (isDuplicate(e)) {
                return false;
            }
            throw e;
        }
    }

    private static boolean isDuplicate(SQLException e) {
        for (SQLException each = e; each != null; each = each.getNextException()) {
            if ("23505".equals(each.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
