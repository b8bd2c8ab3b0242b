package dev.wavetrain.checkpoints;

import dev.wavetrain.checkpoints.internal.CheckpointRows;
import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.Parts;
import dev.wavetrain.common.RunId;
import dev.wavetrain.model.Checksums;
import dev.wavetrain.training.Label;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The checkpoints of runs, and the point each unfinished run goes on from. Who may see them is for
 * the callers to decide. At most one checkpoint of a run is its best and one its last: one that
 * loses its only label is deleted, so that a run that improves every epoch does not fill the disk.
 */
@Component
public class CheckpointStore {

    private static final Set<Label> ONE_OF_A_KIND = Set.of(Label.BEST, Label.LAST);

    private final CheckpointRows rows;
    private final Parts weights;
    private final Parts resumePoints;
    private final JdbcClient jdbc;
    private final Parts evaluationResults;
    private final Clock clock;

    CheckpointStore(JdbcTemplate template, Clock clock) {
        this.jdbc = JdbcClient.create(template);
        this.rows = new CheckpointRows(jdbc);
        this.weights = new Parts(template, "checkpoint_weights", "checkpoint_id");
        this.resumePoints = new Parts(template, "run_resume", "run_id");
        this.evaluationResults = new Parts(template, "evaluation_result", "evaluation_id");
        this.clock = clock;
    }

    /**
     * Stores a checkpoint. One of the same epoch keeps its weights and gains the labels: a run that
     * went on from an earlier point comes to the same weights again.
     */
    @Transactional
    public void save(RunId run, NewCheckpoint checkpoint) {
        List<CheckpointDetails> stored = rows.ofRun(run);
        Set<Label> labels = wanted(checkpoint, stored);
        if (labels.isEmpty()) {
            return;
        }
        Optional<CheckpointDetails> same =
                stored.stream().filter(one -> one.epoch() == checkpoint.epoch()).findFirst();
        if (same.isPresent()) {
            labels.addAll(same.get().labels());
            rows.label(same.get().id(), labels);
        } else {
            insert(new CheckpointId(UUID.randomUUID()), run, checkpoint, labels, clock.instant());
        }
        for (CheckpointDetails other : stored) {
            if (other.epoch() != checkpoint.epoch()) {
                withdraw(other, labels);
            }
        }
    }

    /**
     * Stores a checkpoint that was saved elsewhere, with the labels it had; the run has none of
     * that epoch.
     */
    @Transactional
    public void adopt(CheckpointId id, RunId run, NewCheckpoint checkpoint, Instant createdAt) {
        insert(id, run, checkpoint, checkpoint.labels(), createdAt);
    }

    /** By epoch, ascending. */
    @Transactional(readOnly = true)
    public List<CheckpointDetails> list(RunId run) {
        return rows.ofRun(run);
    }

    @Transactional(readOnly = true)
    public Optional<CheckpointDetails> find(CheckpointId id) {
        return rows.find(id);
    }

    /**
     * The saved model, DL4J's zip.
     *
     * @throws DamagedWeights where the bytes are not those that were saved
     */
    @Transactional(readOnly = true)
    public byte[] file(CheckpointId id) {
        CheckpointDetails saved = find(id).orElseThrow(() -> new NotFound("checkpoint", id));
        byte[] bytes = weights.read(id.value()).orElseGet(() -> new byte[0]);
        if (!Checksums.bytes(bytes).equals(saved.sha256())) {
            throw new DamagedWeights(saved);
        }
        return bytes;
    }

    /** Stores where a run goes on, in place of the point before. */
    @Transactional
    public void saveResumePoint(RunId run, byte[] bytes) {
        resumePoints.replace(run.value(), bytes);
    }

    @Transactional(readOnly = true)
    public Optional<byte[]> resumePoint(RunId run) {
        return resumePoints.read(run.value());
    }

    @Transactional
    public void deleteResumePoint(RunId run) {
        resumePoints.delete(run.value());
    }

    /** Without a label that an epoch further on already has. */
    private static Set<Label> wanted(NewCheckpoint checkpoint, List<CheckpointDetails> stored) {
        Set<Label> labels = EnumSet.noneOf(Label.class);
        labels.addAll(checkpoint.labels());
        for (CheckpointDetails other : stored) {
            if (other.epoch() > checkpoint.epoch()) {
                other.labels().stream().filter(ONE_OF_A_KIND::contains).forEach(labels::remove);
            }
        }
        return labels;
    }

    private void insert(
            CheckpointId id,
            RunId run,
            NewCheckpoint checkpoint,
            Set<Label> labels,
            Instant createdAt) {
        rows.insert(
                new CheckpointDetails(
                        id,
                        run,
                        checkpoint.epoch(),
                        checkpoint.loss(),
                        checkpoint.valLoss(),
                        labels,
                        checkpoint.file().length,
                        checkpoint.sha256(),
                        checkpoint.parametersSha256(),
                        createdAt));
        weights.replace(id.value(), checkpoint.file());
    }

    private void withdraw(CheckpointDetails other, Set<Label> moved) {
        Set<Label> left = EnumSet.noneOf(Label.class);
        left.addAll(other.labels());
        if (!left.removeIf(label -> moved.contains(label) && ONE_OF_A_KIND.contains(label))) {
            return;
        }
        if (left.isEmpty()) {
            delete(other.id());
        } else {
            rows.label(other.id(), left);
        }
    }

    private void delete(CheckpointId id) {
        jdbc.sql("select id from evaluation where checkpoint_id = ?")
                .param(id.value())
                .query(UUID.class)
                .list()
                .forEach(evaluationResults::delete);
        jdbc.sql("delete from evaluation where checkpoint_id = ?").param(id.value()).update();
        weights.delete(id.value());
        rows.delete(id);
    }
}
