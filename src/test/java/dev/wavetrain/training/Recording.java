package dev.wavetrain.training;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Keeps all that a run tells, under a clock that stands still. */
final class Recording implements TrainingListener {

    static final Clock STILL = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    final List<EpochResult> epochs = new ArrayList<>();
    final List<Snapshot> snapshots = new ArrayList<>();
    Outcome outcome;

    static Recording of(TrainingPlan plan) {
        return of(plan, StopSignal.NEVER);
    }

    static Recording of(TrainingPlan plan, StopSignal stop) {
        Recording recording = new Recording();
        recording.outcome = new Trainer(STILL).train(plan, stop, recording);
        return recording;
    }

    @Override
    public void epochEnded(EpochResult epoch) {
        epochs.add(epoch);
    }

    @Override
    public void checkpointReached(Snapshot snapshot) {
        snapshots.add(snapshot);
    }

    List<Double> losses() {
        return epochs.stream().map(EpochResult::loss).toList();
    }

    List<Double> valLosses() {
        return epochs.stream().map(EpochResult::valLoss).toList();
    }

    Snapshot with(Label label) {
        return snapshots.stream().filter(s -> s.labels().contains(label)).findFirst().orElseThrow();
    }

    static Snapshot newest(Label label, Recording recording) {
        return recording.snapshots.stream()
                .filter(s -> s.labels().contains(label))
                .toList()
                .getLast();
    }
}
