package dev.wavetrain.runs.internal;

import dev.wavetrain.checkpoints.NewCheckpoint;
import dev.wavetrain.model.Checksums;
import dev.wavetrain.runs.Ending;
import dev.wavetrain.training.Label;
import dev.wavetrain.training.ResumePoint;
import dev.wavetrain.training.Snapshot;
import dev.wavetrain.training.SnapshotFile;
import dev.wavetrain.training.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes what is stored out of what the training thread said. Not thread-safe. */
final class BatchMaker {

    private final TrainingPlan plan;
    private final boolean validated;
    private final Rate rate = new Rate();

    BatchMaker(TrainingPlan plan) {
        this.plan = plan;
        this.validated = plan.training().validationSplit() > 0;
    }

    Batch batch(List<Recorded> events) {
        List<EpochRow> epochs = new ArrayList<>();
        List<Snapshot> snapshots = new ArrayList<>();
        ResumePoint resume = null;
        Ending ending = null;
        for (Recorded event : events) {
            switch (event) {
                case Recorded.Epoch(var result) -> {
                    rate.add(result);
                    epochs.add(EpochRow.of(result, validated));
                }
                case Recorded.Kept(var snapshot) -> {
                    // The best of a moment ago is not the best any more.
                    snapshots.removeIf(earlier -> outdone(earlier, snapshot));
                    snapshots.add(snapshot);
                    resume = snapshot.resume();
                }
                case Recorded.Resumable(var point) -> resume = point;
                case Recorded.End(var last) -> ending = last;
            }
        }
        return new Batch(
                epochs,
                snapshots.stream().map(this::checkpoint).toList(),
                bytes(resume, ending),
                ending == null ? rate.current() : rate.overall(),
                ending);
    }

    private static boolean outdone(Snapshot earlier, Snapshot later) {
        return earlier.labels().equals(Set.of(Label.BEST)) && later.labels().contains(Label.BEST);
    }

    /** Of the newest point; null where the run does not go on. */
    private static byte @Nullable [] bytes(@Nullable ResumePoint newest, @Nullable Ending ending) {
        boolean goesOn = ending == null || !ending.state().isFinal();
        return newest == null || !goesOn ? null : newest.toBytes();
    }

    private NewCheckpoint checkpoint(Snapshot snapshot) {
        byte[] file = SnapshotFile.write(plan.network(), plan.training(), snapshot, plan.scales());
        return new NewCheckpoint(
                snapshot.epoch(),
                snapshot.loss(),
                validated ? Double.valueOf(snapshot.valLoss()) : null,
                snapshot.labels(),
                file,
                Checksums.bytes(file),
                Checksums.parameters(snapshot.parameters()));
    }
}
