package dev.wavetrain.runs.internal;

import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.Ending;
import dev.wavetrain.runs.Failure;
import dev.wavetrain.runs.RunState;
import dev.wavetrain.runs.StaleAttempt;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code run}, which refuses what its state forbids. Whoever changes one holds its row's
 * lock, so that worker and user never act on two different states.
 */
@Entity
@DynamicUpdate
@Table(name = "run")
class RunEntity {

    /** Workers that vanish one after the other without another epoch stored: then it is the run. */
    static final int MOST_FRUITLESS_ATTEMPTS = 5;

    @Id private UUID id;
    @Embedded private RunOrigin origin;
    @Embedded private Progress progress;
    @Embedded private @Nullable Findings findings;
    private String name;
    private String notes = "";
    private String tags;

    @Enumerated(EnumType.STRING)
    private RunState state = RunState.QUEUED;

    @Column(name = "cancel_requested")
    private boolean cancelRequested;

    private int attempt;
    private int fruitless;

    @Column(name = "begun_epoch")
    private int begunEpoch;

    private @Nullable String worker;

    @Enumerated(EnumType.STRING)
    @Column(name = "failure_reason")
    private Failure.@Nullable Reason failureReason;

    @Column(name = "failure_detail")
    private @Nullable String failureDetail;

    private @Nullable String provenance;

    @Column(name = "queued_at")
    private Instant queuedAt;

    @Column(name = "started_at")
    private @Nullable Instant startedAt;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    @SuppressWarnings("NullAway.Init") // for JPA, which fills the fields
    protected RunEntity() {}

    RunEntity(RunOrigin origin, int epochs, String name, List<String> tags, Instant now) {
        this.id = UUID.randomUUID();
        this.origin = origin;
        this.progress = Progress.none(epochs);
        this.name = name;
        this.tags = TagText.of(tags);
        this.queuedAt = now;
    }

    /**
     * A worker takes the run: one that waits, or one whose worker vanished.
     *
     * @return whether it is to be trained now
     */
    boolean begin(String by, Instant now) {
        if (state != RunState.QUEUED && state != RunState.RUNNING) {
            return false;
        }
        if (cancelRequested) {
            end(Ending.CANCELLED, now);
            return false;
        }
        boolean vanished = state == RunState.RUNNING;
        fruitless = vanished && progress.epoch() == begunEpoch ? fruitless + 1 : 0;
        if (fruitless >= MOST_FRUITLESS_ATTEMPTS) {
            end(Ending.failed(Failure.Reason.ABANDONED, String.valueOf(fruitless)), now);
            return false;
        }
        state = RunState.RUNNING;
        attempt++;
        begunEpoch = progress.epoch();
        worker = by;
        startedAt = startedAt == null ? now : startedAt;
        return true;
    }

    /** Refuses the writes of a worker that the run no longer belongs to. */
    void requireAttempt(int writing) {
        if (state != RunState.RUNNING || attempt != writing) {
            throw new StaleAttempt(new RunId(id), writing);
        }
    }

    /**
     * Whether this attempt has ended so already: it asks again where it did not hear the answer.
     */
    boolean hasEnded(int asking, Ending ending) {
        return attempt == asking
                && state == ending.state()
                && Objects.equals(failure(), ending.failure());
    }

    void progressed(Progress now) {
        progress = now;
    }

    void prepared(String madeBy, Findings found) {
        provenance = madeBy;
        findings = found;
    }

    void stillFalling(@Nullable Double share) {
        findings = findings == null ? null : findings.withStillFalling(share);
    }

    /** The worker is done with the run, for good or for now. */
    void end(Ending ending, Instant now) {
        state = ending.state();
        if (ending.failure() != null) {
            failureReason = ending.failure().reason();
            failureDetail = ending.failure().detail();
        }
        if (state.isFinal()) {
            finishedAt = now;
            cancelRequested = false;
        } else {
            progress = progress.withRate(null);
        }
    }

    /**
     * @return whether it ends here; else its worker has to be told
     */
    boolean cancel(Instant now) {
        if (state.isFinal()) {
            throw new Conflict("The run has ended already: it is " + state + ".");
        }
        if (state == RunState.RUNNING) {
            cancelRequested = true;
            return false;
        }
        end(Ending.CANCELLED, now);
        return true;
    }

    void bin(Instant now) {
        deletedAt = deletedAt == null ? now : deletedAt;
    }

    void restore() {
        deletedAt = null;
    }

    void annotate(@Nullable String newName, @Nullable String newNotes, @Nullable String newTags) {
        name = newName == null ? name : newName;
        notes = newNotes == null ? notes : newNotes;
        tags = newTags == null ? tags : newTags;
    }

    UUID id() {
        return id;
    }

    RunOrigin origin() {
        return origin;
    }

    Progress progress() {
        return progress;
    }

    @Nullable Findings findings() {
        return findings;
    }

    String name() {
        return name;
    }

    String notes() {
        return notes;
    }

    List<String> tags() {
        return TagText.tags(tags);
    }

    RunState state() {
        return state;
    }

    boolean cancelRequested() {
        return cancelRequested;
    }

    int attempt() {
        return attempt;
    }

    @Nullable String worker() {
        return worker;
    }

    @Nullable Failure failure() {
        return failureReason == null || failureDetail == null
                ? null
                : new Failure(failureReason, failureDetail);
    }

    @Nullable String provenance() {
        return provenance;
    }

    Instant queuedAt() {
        return queuedAt;
    }

    @Nullable Instant startedAt() {
        return startedAt;
    }

    @Nullable Instant finishedAt() {
        return finishedAt;
    }

    boolean binned() {
        return deletedAt != null;
    }
}
