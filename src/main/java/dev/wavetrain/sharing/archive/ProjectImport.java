package dev.wavetrain.sharing.archive;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.NamelessFile;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.experiments.DataColumns;
import dev.wavetrain.runs.RunIndex;
import dev.wavetrain.sharing.ArchiveSettings;
import dev.wavetrain.sharing.BadArchive;
import dev.wavetrain.sharing.BadArchive.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Reads an archive into a new project. Has to be called in one transaction, which is given up where
 * anything is wrong: then nothing is left behind. What comes from the archive is data and nothing
 * else: no name of it becomes a path, none of its ids is used, none of its bytes is made an object
 * by Java's serialisation.
 */
@Component
public class ProjectImport {

    private final JdbcTemplate jdbc;
    private final Transfers transfers;
    private final DataColumns columns;
    private final ArchiveSettings settings;
    private final RunIndex index;
    private final Clock clock;

    ProjectImport(
            JdbcTemplate jdbc,
            Transfers transfers,
            DataColumns columns,
            ArchiveSettings settings,
            RunIndex index,
            Clock clock) {
        this.transfers = transfers;
        this.columns = columns;
        this.jdbc = jdbc;
        this.settings = settings;
        this.index = index;
        this.clock = clock;
    }

    /**
     * That the archive is whole and holds what it says, before anything is written.
     *
     * @throws BadArchive otherwise
     */
    public void verify(NamelessFile file) throws IOException {
        new ArchiveFile(file, settings).verify();
    }

    /**
     * @param project makes the project of that name
     * @throws BadArchive where anything in it is wrong
     */
    public ProjectId read(NamelessFile file, Caller owner, Function<String, ProjectId> project)
            throws IOException {
        Receiver receiver =
                new Receiver(
                        new ImportRows(jdbc), transfers, columns, owner, project, clock.instant());
        new ArchiveFile(file, settings)
                .each((name, content) -> {
                    if (!name.equals(Entries.MANIFEST)) {
                        take(receiver, name, content);
                    }
                });
        ProjectId made = receiver.end();
        index.complete();
        return made;
    }

    private static void take(Receiver receiver, String name, InputStream content)
            throws IOException {
        switch (name) {
            case Entries.PROJECT -> Lines.each(content, name, receiver::project);
            case Entries.DATASETS -> Lines.each(content, name, receiver::dataset);
            case Entries.COLUMNS -> Lines.each(content, name, receiver.data()::column);
            case Entries.EXPERIMENTS -> Lines.each(content, name, receiver::experiment);
            case Entries.VERSIONS -> Lines.each(content, name, receiver::version);
            case Entries.GROUPS -> Lines.each(content, name, receiver::group);
            case Entries.RUNS -> Lines.each(content, name, receiver::run);
            case Entries.COMMENTS -> Lines.each(content, name, receiver::comment);
            case Entries.CHECKPOINTS -> Lines.each(content, name, receiver::checkpoint);
            case Entries.MODELS -> Lines.each(content, name, receiver::model);
            case Entries.MODEL_VERSIONS -> Lines.each(content, name, receiver.models()::version);
            case Entries.MODEL_ALIASES -> Lines.each(content, name, receiver.models()::alias);
            case Entries.LAB -> Lines.each(content, name, receiver.lab()::result);
            case Entries.LAB_ENTRIES -> Lines.each(content, name, receiver.lab()::entry);
            default -> takeOneOfMany(receiver, name, content);
        }
    }

    private static void takeOneOfMany(Receiver receiver, String name, InputStream content)
            throws IOException {
        switch (Entries.folder(name)) {
            case Entries.EPOCHS -> receiver.epochs(name, content);
            case Entries.WEIGHTS -> receiver.weights(name, content);
            case Entries.NUMBERS -> receiver.data().numbers(name, content);
            case Entries.MODEL_WEIGHTS -> receiver.models().weights(name, content);
            case Entries.FINDINGS -> receiver.lab().findings(name, content);
            default -> throw new BadArchive(Reason.UNKNOWN_ENTRY, name);
        }
    }
}
