package dev.wavetrain.runs.internal;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Csv;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.Rules;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.MetricSeries;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunService;
import dev.wavetrain.runs.compare.ComparedCurve;
import dev.wavetrain.runs.compare.ComparisonTable;
import dev.wavetrain.runs.compare.RunComparison;
import dev.wavetrain.runs.compare.RunComparisons;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Runs beside each other, read from the database. */
@Service
class StoredComparisons implements RunComparisons {

    private final RunService runs;
    private final VisibleRuns visible;
    private final ThinnedEpochs thinned;
    private final EpochRows epochs;

    StoredComparisons(
            RunService runs, VisibleRuns visible, ThinnedEpochs thinned, EpochRows epochs) {
        this.runs = runs;
        this.visible = visible;
        this.thinned = thinned;
        this.epochs = epochs;
    }

    @Override
    public RunComparison compare(Caller caller, List<RunId> ids) {
        RunComparison.check(ids);
        Map<RunId, RunDetails> found = runs.findAll(caller, ids);
        List<RunDetails> ordered = new ArrayList<>();
        for (RunId id : ids) {
            RunDetails run = found.get(id);
            if (run == null) {
                throw new NotFound("run", id);
            }
            ordered.add(run);
        }
        return RunComparison.of(ordered);
    }

    @Override
    public Map<RunId, ComparedCurve> curves(Caller caller, Collection<RunId> ids, int maxPoints) {
        new Rules().between("maxPoints", maxPoints, 1, MetricSeries.MOST_POINTS).check();
        return thinned.of(visible.lastEpochs(caller, ids), maxPoints);
    }

    @Override
    public void writeTable(Caller caller, List<RunId> ids, Writer to) throws IOException {
        for (String line : ComparisonTable.lines(compare(caller, ids))) {
            to.write(line);
        }
        to.flush();
    }

    @Override
    public void writeCurves(Caller caller, List<RunId> ids, Writer to) throws IOException {
        RunComparison comparison = compare(caller, ids);
        to.write("run,name,epoch,loss,val_loss\n");
        try {
            for (RunDetails run : comparison.runs()) {
                String start = run.id() + "," + Csv.cell(run.name()) + ",";
                epochs.forEach(
                        run.id().value(), 0, run.progress().epoch(), row -> write(to, start, row));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        to.flush();
    }

    private static void write(Writer to, String start, EpochRow row) {
        try {
            String valLoss = row.valLoss() == null ? "" : String.valueOf(row.valLoss());
            to.write(start + row.epoch() + "," + row.loss() + "," + valLoss + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
