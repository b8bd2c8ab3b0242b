package dev.wavetrain.common;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Bytes of any length in a table of parts, {@code (OWNER, part, bytes)}: H2's {@code bytea} ends at
 * one megabyte, and a type without that limit is not the same one in PostgreSQL.
 */
public final class Parts {

    private static final int PART_BYTES = 512 * 1024;

    private final JdbcTemplate jdbc;
    private final String insert;
    private final String select;
    private final String delete;

    /**
     * @param table such as {@code checkpoint_weights}
     * @param owner the column of the id the bytes belong to
     */
    public Parts(JdbcTemplate jdbc, String table, String owner) {
        this.jdbc = jdbc;
        this.insert = "insert into %s (%s, part, bytes) values (?, ?, ?)".formatted(table, owner);
        this.select = "select bytes from %s where %s = ? order by part".formatted(table, owner);
        this.delete = "delete from %s where %s = ?".formatted(table, owner);
    }

    /** Stores the bytes in place of those there were. */
    public void replace(UUID owner, byte[] bytes) {
        delete(owner);
        List<Object[]> rows = new ArrayList<>();
        for (int from = 0, part = 0; from < bytes.length; from += PART_BYTES, part++) {
            int to = Math.min(bytes.length, from + PART_BYTES);
            rows.add(new Object[] {owner, part, Arrays.copyOfRange(bytes, from, to)});
        }
        jdbc.batchUpdate(insert, rows);
    }

    /** Empty where nothing was stored. */
    public Optional<byte[]> read(UUID owner) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RowCallbackHandler collect = row -> bytes.writeBytes(row.getBytes(1));
        jdbc.query(select, collect, owner);
        return bytes.size() == 0 ? Optional.empty() : Optional.of(bytes.toByteArray());
    }

    public void delete(UUID owner) {
        jdbc.update(delete, owner);
    }
}
