package dev.wavetrain.sharing;

import dev.wavetrain.common.Act;
import dev.wavetrain.common.AuditAction;
import dev.wavetrain.common.AuditLog;
import dev.wavetrain.common.Busy;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.NamelessFile;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.sharing.Projects.ProjectDetails;
import dev.wavetrain.sharing.archive.ProjectExport;
import dev.wavetrain.sharing.archive.ProjectImport;
import jakarta.persistence.EntityManager;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whole projects as files, out of one server and into another. A file is made whole before it is
 * sent, and come whole before it is read: neither a slow browser nor a slow line holds a
 * transaction open.
 */
@Service
public class Archives {

    private static final int AT_ONCE = 2;
    private static final Duration COME_BACK = Duration.ofSeconds(30);
    private static final int BUFFER = 64 * 1024;

    private final Projects projects;
    private final ProjectExport export;
    private final ProjectImport reading;
    private final ArchiveSettings settings;
    private final AuditLog audit;
    private final EntityManager entities;
    private final TransactionTemplate snapshot;
    private final TransactionTemplate whole;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final String product;

    Archives(
            Projects projects,
            ProjectExport export,
            ProjectImport reading,
            ArchiveSettings settings,
            AuditLog audit,
            EntityManager entities,
            PlatformTransactionManager transactions,
            ObjectProvider<BuildProperties> build) {
        this.projects = projects;
        this.export = export;
        this.reading = reading;
        this.settings = settings;
        this.audit = audit;
        this.entities = entities;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.whole = new TransactionTemplate(transactions);
        BuildProperties properties = build.getIfAvailable();
        String version = properties == null ? null : properties.getVersion();
        this.product = version == null ? "Wavetrain" : "Wavetrain " + version;
    }

    /**
     * The project as a file, as it is at one moment; what is in the bin stays there.
     *
     * @throws dev.wavetrain.common.Forbidden where the caller is no admin
     * @throws Busy where others are at it
     */
    public NamelessFile export(Caller caller, ProjectId project) {
        caller.mustAdminister(project);
        return busy(() -> {
            NamelessFile made = spool();
            try (OutputStream out = new BufferedOutputStream(made.output(), BUFFER)) {
                snapshot.executeWithoutResult(status -> {
                    ProjectDetails details = projects.find(caller, project);
                    audit.note(
                            Act.by(caller, AuditAction.PROJECT_EXPORTED)
                                    .to(Act.Kind.PROJECT, project.value(), details.name())
                                    .in(project));
                    write(project, out);
                });
                return made;
            } catch (IOException | RuntimeException failed) {
                made.close();
                throw failed;
            }
        });
    }

    private void write(ProjectId project, OutputStream out) {
        try {
            export.write(project, product, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes a project of a file, with the caller as its admin and the owner of all in it. Runs that
     * had not ended are CANCELLED.
     *
     * @param sent is read to its end, or as far as the settings let it be
     * @throws BadArchive where anything is wrong with it; nothing is left behind then
     * @throws Busy where others are at it
     */
    public ProjectDetails importFrom(Caller caller, InputStream sent) {
        return busy(() -> {
            try (NamelessFile file = spool()) {
                receive(sent, file);
                reading.verify(file);
                return projects.find(caller, read(caller, file));
            }
        });
    }

    private ProjectId read(Caller caller, NamelessFile file) {
        try {
            return stored(caller, file);
        } catch (DataIntegrityViolationException refused) {
            // Whatever a rule let through the database did not.
            throw new BadArchive(BadArchive.Reason.VALUE, "…");
        }
    }

    private ProjectId stored(Caller caller, NamelessFile file) {
        ProjectId made =
                whole.execute(status -> {
                    try {
                        ProjectId project = reading.read(file, caller, name -> made(caller, name));
                        audit.note(
                                Act.by(caller, AuditAction.PROJECT_IMPORTED)
                                        .to(Act.Kind.PROJECT, project.value(), "")
                                        .in(project));
                        return project;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        return java.util.Objects.requireNonNull(made);
    }

    /** Stored at once: what goes into it is written past the entities. */
    private ProjectId made(Caller caller, String name) {
        ProjectId made = projects.create(caller, name).id();
        entities.flush();
        return made;
    }

    private void receive(InputStream sent, NamelessFile file) throws IOException {
        long most = settings.mostUpload().toBytes();
        file.append(
                sent,
                bytes -> {
                    if (bytes > most) {
                        throw new BadArchive(
                                BadArchive.Reason.UPLOAD_TOO_LARGE,
                                settings.mostUpload().toMegabytes());
                    }
                });
    }

    private NamelessFile spool() throws IOException {
        return NamelessFile.create(settings.folder(), ".zip");
    }

    /** What reads or writes files. */
    @FunctionalInterface
    private interface Work<T> {
        T run() throws IOException;
    }

    private <T> T busy(Work<T> work) {
        if (!free.tryAcquire()) {
            throw new Busy("Other archives are being made or read: come back soon.", COME_BACK);
        }
        try {
            return work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            free.release();
        }
    }
}
