package dev.wavetrain.lab;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.Page;
import dev.wavetrain.common.Rules;
import dev.wavetrain.common.RunId;
import dev.wavetrain.lab.internal.LabRows;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunService;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Results of the lab that were kept. Whoever sees all their runs as a member sees a result; to
 * others it does not exist. A run that is gone takes its part of a result with it, and the last one
 * the result.
 */
@Service
public class LabResults {

    /** Results on one page of a list. */
    public static final int MOST_A_PAGE = 200;

    /** How long one that was deleted can be brought back. */
    static final Duration KEPT = Duration.ofDays(1);

    private final LabRows rows;
    private final RunService runs;
    private final Clock clock;

    LabResults(LabRows rows, RunService runs, Clock clock) {
        this.rows = rows;
        this.runs = runs;
        this.clock = clock;
    }

    /**
     * Keeps what was found.
     *
     * @throws dev.wavetrain.common.InvalidValue at {@code name}
     * @throws dev.wavetrain.common.Forbidden where the caller only views a run's project
     * @throws NotFound where a run is gone meanwhile
     */
    @Transactional
    public KeptResult keep(
            Caller caller, String name, LabQuestion question, List<Finding> findings) {
        String line = checked(name);
        if (findings.isEmpty()) {
            throw new IllegalArgumentException("nothing to keep");
        }
        findings.forEach(one -> caller.mustChange(runs.find(caller, one.run()).project()));
        rows.forget(clock.instant().minus(KEPT));
        UUID id = UUID.randomUUID();
        try {
            rows.insert(id, line, question, findings, caller, clock.instant());
        } catch (DataIntegrityViolationException gone) {
            throw new NotFound("run", findings.getFirst().run());
        }
        return find(caller, id);
    }

    /**
     * The newest first.
     *
     * @param run those that it is part of; null for all. One that the caller does not see is {@link
     *     NotFound}
     * @param page from 0
     * @param size 1 to {@link #MOST_A_PAGE}
     */
    @Transactional(readOnly = true)
    public Page<KeptResult> list(Caller caller, @Nullable RunId run, int page, int size) {
        new Rules()
                .between("page", page, 0, Integer.MAX_VALUE / MOST_A_PAGE)
                .between("size", size, 1, MOST_A_PAGE)
                .check();
        if (run != null) {
            caller.mustSee(runs.find(caller, run).project());
        }
        return rows.list(caller.projects(), run, page * size, size);
    }

    @Transactional(readOnly = true)
    public KeptResult find(Caller caller, UUID id) {
        return found(caller, id, false);
    }

    /** All that was found, in the order of the entries. */
    @Transactional(readOnly = true)
    public List<Finding> findings(Caller caller, UUID id) {
        KeptResult kept = find(caller, id);
        Set<RunId> of = new LinkedHashSet<>();
        kept.entries().forEach(entry -> of.add(entry.run()));
        Map<RunId, RunDetails> known = runs.findAll(caller, of);
        List<Finding> findings = new ArrayList<>();
        for (KeptResult.Entry entry : kept.entries()) {
            RunDetails run = known.get(entry.run());
            if (run != null) {
                findings.add(rows.finding(entry, run.definition().sequence().task()));
            }
        }
        return findings;
    }

    /**
     * @throws dev.wavetrain.common.InvalidValue at {@code name}
     * @throws dev.wavetrain.common.Forbidden where the caller only views a run's project
     */
    @Transactional
    public KeptResult rename(Caller caller, UUID id, String name) {
        mustChange(caller, found(caller, id, false));
        rows.rename(id, checked(name));
        return find(caller, id);
    }

    /** For a day it can be restored. */
    @Transactional
    public void delete(Caller caller, UUID id) {
        mustChange(caller, found(caller, id, false));
        rows.delete(id, clock.instant());
    }

    /** Brings one back that was deleted. */
    @Transactional
    public KeptResult restore(Caller caller, UUID id) {
        mustChange(caller, found(caller, id, true));
        rows.delete(id, null);
        return find(caller, id);
    }

    /** Whether the caller may rename and delete it. */
    public boolean mayChange(Caller caller, KeptResult result) {
        return result.entries().stream().allMatch(entry -> caller.mayChange(entry.project()));
    }

    private static void mustChange(Caller caller, KeptResult result) {
        result.entries().forEach(entry -> caller.mustChange(entry.project()));
    }

    private KeptResult found(Caller caller, UUID id, boolean deletedToo) {
        return rows.find(id, deletedToo)
                .filter(one ->
                        !one.entries().isEmpty()
                                && one.entries().stream()
                                        .allMatch(entry -> caller.sees(entry.project())))
                .orElseThrow(() -> new NotFound("kept result", id));
    }

    private static String checked(String name) {
        String line = name.strip();
        new Rules().line("name", line, KeptResult.LONGEST_NAME).check();
        return line;
    }
}
