package dev.wavetrain.talking;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Page;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.common.UserId;
import dev.wavetrain.runs.RunEnded;
import dev.wavetrain.talking.internal.ChoiceRows;
import dev.wavetrain.talking.internal.NoticeRows;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people are told: that a comment calls them, what became of the runs that they chose, and, as
 * admins, that their project's webhook does not get through. One row for each and each event,
 * written in the transaction of the event itself. Whoever lost a project hears no more of it, and
 * no longer sees what was told before.
 */
@Service
public class Notices {

    /** Older ones are forgotten when the next one comes. */
    static final Duration KEPT = Duration.ofDays(90);

    private final NoticeRows rows;
    private final ChoiceRows choices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Notices(NoticeRows rows, ChoiceRows choices, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.choices = choices;
        this.events = events;
        this.clock = clock;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public Page<Notice> list(Caller caller, int page, int size) {
        return new Page<>(rows.list(caller, (long) page * size, size), rows.count(caller, false));
    }

    /** How many the caller has not read. */
    @Transactional(readOnly = true)
    public long unread(Caller caller) {
        return rows.count(caller, true);
    }

    /**
     * Again does nothing.
     *
     * @throws dev.wavetrain.common.NotFound where it is not the caller's
     */
    @Transactional
    public void read(Caller caller, UUID notice) {
        rows.read(caller.user(), notice, clock.instant());
        told(List.of(caller.user().value()));
    }

    @Transactional
    public void readAll(Caller caller) {
        rows.readAll(caller.user(), clock.instant());
        told(List.of(caller.user().value()));
    }

    @Transactional(readOnly = true)
    public NoticeChoices choices(Caller caller) {
        return choices.of(caller);
    }

    /**
     * @throws dev.wavetrain.common.NotFound where the caller does not see one of the projects
     */
    @Transactional
    public void choose(Caller caller, NoticeChoices wanted) {
        for (ProjectId project : wanted.projects()) {
            caller.mustSee(project);
        }
        choices.store(caller.user(), wanted);
        told(List.of(caller.user().value()));
    }

    /** Whom a comment calls for the first time is told, but for its writer. */
    void mentioned(UserId writer, RunId run, UUID comment, Collection<UUID> accounts) {
        List<UUID> others = accounts.stream().filter(one -> !one.equals(writer.value())).toList();
        store(rows.toTellOfMention(comment, others), Notice.Kind.MENTION, run, null, comment);
    }

    /** The project's admins are told; one who has not read the same yet is not told again. */
    @Transactional
    public void ofWebhook(ProjectId project, Notice.Kind kind) {
        store(rows.toTellOfWebhook(project, kind), kind, null, project, null);
    }

    @EventListener
    void ended(RunEnded end) {
        Notice.Kind kind = Notice.Kind.of(end.state());
        if (kind != null) {
            store(rows.toTellOfEnd(end, kind), kind, end.run(), null, null);
        }
    }

    private void store(
            List<UUID> accounts,
            Notice.Kind kind,
            @Nullable RunId run,
            @Nullable ProjectId project,
            @Nullable UUID comment) {
        if (accounts.isEmpty()) {
            return;
        }
        rows.forget(accounts, clock.instant().minus(KEPT));
        rows.insert(accounts, kind, run, project, comment, clock.instant());
        told(accounts);
    }

    private void told(List<UUID> accounts) {
        events.publishEvent(new NoticesChanged(accounts));
    }
}
