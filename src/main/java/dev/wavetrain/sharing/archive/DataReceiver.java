package dev.wavetrain.sharing.archive;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.DatasetId;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.data.ColumnFacts;
import dev.wavetrain.data.ColumnType;
import dev.wavetrain.data.DataTransfer;
import dev.wavetrain.data.Dataset;
import dev.wavetrain.data.DecimalSign;
import dev.wavetrain.data.Encoding;
import dev.wavetrain.data.Separator;
import dev.wavetrain.data.TableFormat;
import dev.wavetrain.sharing.BadArchive;
import dev.wavetrain.sharing.BadArchive.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes the data sets of an archive, each under an id of its own. */
final class DataReceiver {

    private static final int MOST_COLUMNS = 10_000;
    private static final int MOST_ROWS = 100_000_000;
    private static final int LONGEST_VALUE = 100;

    /** A column whose numbers have not come yet. */
    private record Awaited(DatasetId dataset, int place, long rows, String sha256) {}

    private final DataTransfer transfer;
    private final Caller owner;
    private final NewIds ids;
    private final Map<UUID, Long> rows = new HashMap<>();
    private final Set<String> columns = new HashSet<>();
    private final Map<String, Awaited> withoutNumbers = new HashMap<>();

    DataReceiver(DataTransfer transfer, Caller owner, NewIds ids) {
        this.transfer = transfer;
        this.owner = owner;
        this.ids = ids;
    }

    /** Whether the archive brought a data set that had this id. */
    boolean has(UUID id) {
        return rows.containsKey(id);
    }

    void dataset(Line line, ProjectId project) {
        UUID id = line.id("id");
        long count = line.number("row_count", 1, MOST_ROWS);
        if (rows.put(id, count) != null) {
            line.wrong("id");
        }
        transfer.keep(
                new Dataset(
                        new DatasetId(ids.of(id)),
                        project,
                        owner.user(),
                        owner.name(),
                        line.line("name", Dataset.LONGEST_NAME),
                        line.line("file_name", 255),
                        line.whole("size", 0, Long.MAX_VALUE),
                        line.text("sha256", 64),
                        new TableFormat(
                                line.choiceThere("encoding", Encoding.class),
                                line.choiceThere("field_separator", Separator.class),
                                line.choiceThere("decimal_sign", DecimalSign.class),
                                line.flag("header")),
                        count,
                        List.of(),
                        line.time("created_at"),
                        null));
    }

    void column(Line line) {
        UUID id = line.id("dataset_id");
        Long count = rows.get(id);
        if (count == null) {
            line.wrong("dataset_id");
            return;
        }
        int place = line.number("place", 0, MOST_COLUMNS - 1);
        String name = line.line("name", Dataset.LONGEST_NAME);
        if (!columns.add(id + " " + place) || !columns.add(id + "/" + name)) {
            line.wrong("place");
        }
        ColumnType type = line.choiceThere("type", ColumnType.class);
        boolean numbers = type == ColumnType.NUMBER;
        String sha256 = numbers ? line.text("sha256", 64) : null;
        DatasetId dataset = new DatasetId(ids.of(id));
        transfer.keep(
                dataset,
                new ColumnFacts(
                        place,
                        name,
                        type,
                        line.whole("missing", 0, count),
                        numbers
                                ? new ColumnFacts.Numbers(
                                        line.realThere("least"),
                                        line.realThere("greatest"),
                                        line.realThere("mean"),
                                        line.realThere("deviation"))
                                : null,
                        line.textOrNull("first_value", LONGEST_VALUE),
                        line.textOrNull("last_value", LONGEST_VALUE),
                        odd(line),
                        sha256));
        if (sha256 != null) {
            withoutNumbers.put(
                    Entries.numbers(id, place), new Awaited(dataset, place, count, sha256));
        }
    }

    private static ColumnFacts.@Nullable Odd odd(Line line) {
        String value = line.textOrNull("odd_value", LONGEST_VALUE);
        return value == null
                ? null
                : new ColumnFacts.Odd(line.whole("odd_line", 1, Long.MAX_VALUE), value);
    }

    void numbers(String name, InputStream content) throws IOException {
        Awaited awaited = withoutNumbers.remove(name);
        if (awaited == null) {
            throw new BadArchive(Reason.UNKNOWN_ENTRY, name);
        }
        if (!transfer.keep(
                awaited.dataset(), awaited.place(), awaited.rows(), awaited.sha256(), content)) {
            throw new BadArchive(Reason.CHECKSUM, name);
        }
    }

    /** That nothing is missing. */
    void end() {
        if (!withoutNumbers.isEmpty()) {
            throw new BadArchive(Reason.MISSING, withoutNumbers.keySet().iterator().next());
        }
    }
}
