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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code run}, which refuses what its state forbids. Whoever changes one holds its row's
 * lock, so that worker and user never act on two different states.
 */
@Entity
@DynamicUpdate
@Table(name = "run")
@SQLRestriction("gone_at is null")
class RunEntity {

    /** Workers that vanish one after the other without getting on: then it is the run. */
    static final int MOST_FRUITLESS_ATTEMPTS = 5;

    @Id private UUID id;
    @Embedded private RunOrigin origin;
    private @Embedded @Nullable Parent parent;
    @Embedded private Progress progress;
    @Embedded private Attempts attempts = Attempts.NONE;
    @Embedded private Wishes wishes = Wishes.NONE;
    @Embedded private @Nullable Findings findings;
    private String name;
    private String notes = "";
    private String tags;

    @Enumerated(EnumType.STRING)
    private RunState state = RunState.QUEUED;

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

    /** It took, once it has ended. */
    private @Nullable Double seconds;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    /** For searches: what words are looked for in, made by the database. */
    @Column(insertable = false, updatable = false)
    private @Nullable String words;

    /** As {@link #words}: whether there are notes. */
    @Column(insertable = false, updatable = false)
    private boolean noted;

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
        if (wishes.stop() != null) {
            end(Ending.LATER, now);
            return false;
        }
        boolean vanished = state == RunState.RUNNING;
        attempts = vanished ? attempts.vanished(progress.epoch()) : attempts.putAside();
        if (attempts.fruitless() >= MOST_FRUITLESS_ATTEMPTS) {
            String times = String.valueOf(attempts.fruitless());
            end(Ending.failed(Failure.Reason.ABANDONED, times), now);
            return false;
        }
        state = RunState.RUNNING;
        attempts = attempts.begun(by, progress.epoch());
        startedAt = startedAt == null ? now : startedAt;
        return true;
    }

    /** Refuses the writes of a worker that the run no longer belongs to. */
    void requireAttempt(int writing) {
        if (state != RunState.RUNNING || attempts.attempt() != writing) {
            throw new StaleAttempt(new RunId(id), writing);
        }
    }

    /**
     * Whether this attempt has ended so already: it asks again where it did not hear the answer.
     */
    boolean hasEnded(int asking, Ending ending) {
        if (attempts.attempt() != asking || state == RunState.RUNNING) {
            return false;
        }
        return !ending.state().isFinal()
                || state == ending.state() && Objects.equals(failure(), ending.failure());
    }

    void progressed(Progress now) {
        progress = now;
    }

    /** A point to go on from was stored. */
    void gotOn() {
        attempts = attempts.gotOn();
    }

    void prepared(String madeBy, Findings found) {
        provenance = madeBy;
        findings = found;
    }

    void stillFalling(@Nullable Double share) {
        findings = findings == null ? null : findings.withStillFalling(share);
    }

    /** The worker is done with the run: for good, or for now, as its users wish. */
    void end(Ending ending, Instant now) {
        state = ending.state().isFinal() ? ending.state() : wishes.aside();
        wishes = Wishes.NONE;
        if (ending.failure() != null) {
            failureReason = ending.failure().reason();
            failureDetail = ending.failure().detail();
        }
        if (state.isFinal()) {
            finishedAt = now;
            seconds = startedAt == null ? null : Duration.between(startedAt, now).toMillis() / 1e3;
        } else {
            progress = progress.withRate(null);
        }
    }

    /**
     * @return whether it ends here; else its worker has to be told
     */
    boolean cancel(Instant now) {
        requireOpen();
        return asked(Wishes.CANCEL, now);
    }

    /**
     * @return as of {@link #cancel}
     */
    boolean pause(Instant now) {
        requireOpen();
        if (state == RunState.PAUSED) {
            throw new Conflict("The run is paused already.");
        }
        if (wishes.cancel()) {
            throw new Conflict("The run is being cancelled.");
        }
        return asked(Wishes.PAUSE, now);
    }

    private boolean asked(Wishes wish, Instant now) {
        wishes = wish;
        if (state == RunState.RUNNING) {
            return false;
        }
        end(Ending.LATER, now);
        return true;
    }

    /** Back into the queue. */
    void resume() {
        requireOpen();
        if (state != RunState.PAUSED) {
            throw new Conflict(
                    wishes.pause()
                            ? "The run is still being paused: try again in a moment."
                            : "The run is not paused: it is " + state + ".");
        }
        state = RunState.QUEUED;
    }

    private void requireOpen() {
        if (state.isFinal()) {
            throw new Conflict("The run has ended already: it is " + state + ".");
        }
    }

    /** Before it is stored for the first time. */
    void beginsWith(Parent checkpoint) {
        parent = checkpoint;
    }

    /** Before it is stored for the first time: its weights came as a file, and it has ended. */
    void uploaded(Progress measured, String madeBy, Findings found, Instant now) {
        prepared(madeBy, found);
        progress = measured;
        state = RunState.COMPLETED;
        finishedAt = now;
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

    @Nullable Parent parent() {
        return parent;
    }

    Wishes wishes() {
        return wishes;
    }

    int attempt() {
        return attempts.attempt();
    }

    @Nullable String worker() {
        return attempts.worker();
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
