package dev.wavetrain.data;

import dev.wavetrain.common.Act;
import dev.wavetrain.common.AuditAction;
import dev.wavetrain.common.AuditLog;
import dev.wavetrain.common.Busy;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.DatasetId;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.Rules;
import dev.wavetrain.common.Shortened;
import dev.wavetrain.data.internal.DatasetRows;
import dev.wavetrain.data.internal.PartRows;
import dev.wavetrain.data.table.ColumnBuilder;
import dev.wavetrain.data.table.Spool;
import dev.wavetrain.data.table.TableFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes files in. A file comes whole before it is read, so that a slow line holds no transaction
 * open, and is read in one transaction: whatever goes wrong, nothing of it is kept. Memory does not
 * grow with the file.
 */
@Service
public class DatasetImport {

    private static final int AT_ONCE = 2;
    private static final Duration COME_BACK = Duration.ofSeconds(15);

    /** Numbers of all columns that wait for their parts to be full: 16 MB. */
    private static final int WAITING_VALUES = 2_000_000;

    private static final int MOST_FILE_NAME = 255;

    private final DatasetRows rows;
    private final PartRows parts;
    private final DataSettings settings;
    private final AuditLog audit;
    private final TransactionTemplate whole;
    private final Clock clock;
    private final Semaphore free = new Semaphore(AT_ONCE);

    DatasetImport(
            DatasetRows rows,
            PartRows parts,
            DataSettings settings,
            AuditLog audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.parts = parts;
        this.settings = settings;
        this.audit = audit;
        this.whole = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Takes what is sent, to its end.
     *
     * @param fileName as the sender says
     * @throws BadTable where it is too large
     * @throws IOException where the sender hangs up; nothing is left then
     */
    public Upload receive(InputStream sent, String fileName) throws IOException {
        Spool spool = Spool.of(sent, settings.folder(), settings.mostUpload().toBytes());
        return new Upload(spool, plain(fileName));
    }

    /**
     * How a file would be read, with the first rows, or with what is wrong at them.
     *
     * @throws BadTable where it is no text, or not in the encoding that was asked for
     */
    public Look look(Upload upload, AskedFormat asked, int most) {
        try {
            TableFile file = TableFile.open(upload.spool(), asked, settings);
            List<List<String>> head = new ArrayList<>();
            BadTable wrong = null;
            try {
                file.head(most, head::add);
            } catch (BadTable bad) {
                wrong = bad;
            }
            List<String> names = head.isEmpty() ? List.of() : head.removeFirst();
            if (wrong == null && head.isEmpty() && most > 0) {
                wrong = new BadTable(BadTable.Reason.HEADER_ONLY);
            }
            return new Look(file.format(), names, head, wrong);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Keeps a file as a data set.
     *
     * @param name null for the file's
     * @param progress told how much was read, from 0 to 1; what it throws ends the reading
     * @throws BadTable where the file is wrong
     * @throws dev.wavetrain.common.InvalidValue at {@code name}
     * @throws dev.wavetrain.common.Forbidden where the caller only views the project
     * @throws Busy where others are at it
     */
    public DatasetId add(
            Caller caller,
            ProjectId project,
            Upload upload,
            @Nullable String name,
            AskedFormat asked,
            DoubleConsumer progress) {
        caller.mustChange(project);
        String line = name == null ? named(upload.fileName()) : name.strip();
        new Rules().line("name", line, Dataset.LONGEST_NAME).check();
        if (!free.tryAcquire()) {
            throw new Busy("Other files are being read: come back soon.", COME_BACK);
        }
        try {
            TableFile file = TableFile.open(upload.spool(), asked, settings);
            DatasetId id = new DatasetId(UUID.randomUUID());
            Dataset begun =
                    new Dataset(
                            id,
                            project,
                            caller.user(),
                            caller.name(),
                            line,
                            upload.fileName(),
                            upload.bytes(),
                            upload.spool().sha256(),
                            file.format(),
                            0,
                            List.of(),
                            clock.instant(),
                            null);
            whole.executeWithoutResult(status -> keep(caller, begun, file, progress));
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            free.release();
        }
    }

    private void keep(Caller caller, Dataset begun, TableFile file, DoubleConsumer progress) {
        try (PartRows.Writer writer = parts.writer(begun.id())) {
            Columns columns = new Columns(begun, writer);
            file.read(columns, progress::accept);
            writer.flush();
            List<ColumnFacts> facts = columns.end();
            facts.stream()
                    .filter(column -> column.type() != ColumnType.NUMBER)
                    .forEach(column -> parts.delete(begun.id(), column.place()));
            rows.complete(begun.id(), columns.count, facts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        audit.note(
                Act.by(caller, AuditAction.DATASET_ADDED)
                        .to(Act.Kind.DATASET, begun.id().value(), begun.name())
                        .in(begun.project()));
    }

    /** Hands the cells of each row to their columns. */
    private final class Columns implements TableFile.Columns {

        private final Dataset begun;
        private final PartRows.Writer writer;
        private final List<ColumnBuilder> builders = new ArrayList<>();
        private long count;

        Columns(Dataset begun, PartRows.Writer writer) {
            this.begun = begun;
            this.writer = writer;
        }

        @Override
        public TableFile.Rows named(List<String> names) {
            int partRows = Math.clamp(WAITING_VALUES / names.size(), 1, PartRows.MOST_VALUES);
            rows.insert(begun, partRows);
            for (String name : names) {
                builders.add(
                        new ColumnBuilder(
                                builders.size(),
                                name,
                                begun.format().decimal(),
                                partRows,
                                writer::add));
            }
            return (line, cells) -> {
                for (int i = 0; i < cells.size(); i++) {
                    builders.get(i).add(cells.get(i), line);
                }
                count++;
            };
        }

        List<ColumnFacts> end() {
            List<ColumnFacts> facts = builders.stream().map(ColumnBuilder::end).toList();
            writer.flush();
            return facts;
        }
    }

    /** Without folders and what no page shows. */
    private static String plain(String fileName) {
        String last =
                fileName.substring(
                        Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        String line = last.replaceAll("\\p{Cntrl}", "").strip();
        return line.isEmpty() ? "data.csv" : Shortened.of(line, MOST_FILE_NAME);
    }

    /** The file's name without its ending. */
    public static String named(String fileName) {
        String name = fileName.replaceFirst("(?i)\\.(csv|tsv|txt)$", "").strip();
        return name.isEmpty() ? fileName : Shortened.of(name, Dataset.LONGEST_NAME);
    }
}
