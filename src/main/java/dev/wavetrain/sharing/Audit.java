package dev.wavetrain.sharing;

import dev.wavetrain.common.Act;
import dev.wavetrain.common.AuditLog;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Page;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.Shortened;
import dev.wavetrain.sharing.internal.AuditRows;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Who did what and when. The owner of the server looks into all of it, others into that of the
 * projects they administer.
 */
@Service
public class Audit implements AuditLog {

    private static final int READ_AT_ONCE = 500;
    private static final int MOST_ACTORS = 500;
    private static final int LONGEST_ADDRESS = 64;

    private final AuditRows rows;
    private final Clock clock;

    Audit(AuditRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void note(Act act) {
        rows.insert(act, clock.instant(), address());
    }

    /** As {@link #note}, whatever becomes of the transaction of whoever calls. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void noteApart(Act act) {
        rows.insert(act, clock.instant(), address());
    }

    /**
     * The newest first.
     *
     * @param page from 0
     * @throws dev.wavetrain.common.NotFound where the caller does not see the project
     * @throws dev.wavetrain.common.Forbidden where the caller does not administer it
     */
    @Transactional(readOnly = true)
    public Page<AuditEntry> list(Caller caller, AuditQuery query, int page, int size) {
        Collection<UUID> projects = projects(caller, query);
        if (projects != null && projects.isEmpty()) {
            return new Page<>(List.of(), 0);
        }
        return new Page<>(
                rows.list(projects, query, Long.MAX_VALUE, (long) page * size, size),
                rows.count(projects, query));
    }

    /** The accounts that did something there, by their names. */
    @Transactional(readOnly = true)
    public Map<UUID, String> actors(Caller caller, @Nullable ProjectId project) {
        AuditQuery all = AuditQuery.of(project);
        Collection<UUID> projects = projects(caller, all);
        return projects != null && projects.isEmpty()
                ? Map.of()
                : rows.actors(projects, all, MOST_ACTORS);
    }

    /** Refuses as {@link #list} does, before the first byte of a file is written. */
    public void check(Caller caller, AuditQuery query) {
        var _ = projects(caller, query);
    }

    /**
     * Writes all that {@link #list} would, the newest first, as CSV; some hundreds are read at a
     * time, so that memory and transactions stay small however many there are.
     */
    public void writeCsv(Caller caller, AuditQuery query, OutputStream stream) throws IOException {
        Collection<UUID> projects = projects(caller, query);
        Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        out.write(AuditCsv.HEAD);
        long before = Long.MAX_VALUE;
        while (projects == null || !projects.isEmpty()) {
            List<AuditEntry> some = rows.list(projects, query, before, 0, READ_AT_ONCE);
            for (AuditEntry entry : some) {
                out.write(AuditCsv.line(entry));
            }
            if (some.size() < READ_AT_ONCE) {
                break;
            }
            before = some.getLast().number();
        }
        out.flush();
    }

    /** Those that are looked into; null for everything, also what is about no project. */
    private static @Nullable Collection<UUID> projects(Caller caller, AuditQuery query) {
        ProjectId asked = query.project();
        if (asked != null) {
            if (!caller.owner()) {
                caller.mustAdminister(asked);
            }
            return List.of(asked.value());
        }
        return caller.owner()
                ? null
                : caller.projects().stream()
                        .filter(caller::mayAdminister)
                        .map(ProjectId::value)
                        .toList();
    }

    private static @Nullable String address() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web) {
            String address = String.valueOf(web.getRequest().getRemoteAddr());
            return Shortened.beginning(address, LONGEST_ADDRESS);
        }
        return null;
    }
}
