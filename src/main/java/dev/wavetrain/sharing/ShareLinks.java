package dev.wavetrain.sharing;

import dev.wavetrain.common.Act;
import dev.wavetrain.common.AuditAction;
import dev.wavetrain.common.AuditLog;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.Forbidden;
import dev.wavetrain.common.GroupId;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
import dev.wavetrain.common.Rules;
import dev.wavetrain.common.RunId;
import dev.wavetrain.common.Shared;
import dev.wavetrain.runs.RunGroups;
import dev.wavetrain.runs.RunService;
import dev.wavetrain.sharing.internal.ShareLinkRow;
import dev.wavetrain.sharing.internal.ShareLinkRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The links that show a run, a group or a comparison to whoever has them. Editors and admins of the
 * project make them; their maker and the project's admins revoke them.
 *
 * <p>A link is of the project that what it shows is in: it moves with the experiment, and then the
 * admins over there see and revoke it. It outlives its maker's membership and account, as those it
 * was sent to know nothing of these; so admins have a list of all. While its run or the project is
 * in the bin it opens nothing; what is deleted for good takes its links with it.
 */
@Service
public class ShareLinks {

    public static final Duration USUAL_LIFE = Duration.ofDays(7);

    /** Databases hold no later times than some ten thousand years, Java does. */
    public static final Duration LONGEST_LIFE = Duration.ofDays(36_525);

    public static final int LONGEST_NOTE = 100;
    static final int MOST_OPEN = 100;

    /**
     * A link that has neither ended nor been revoked; never its key.
     *
     * @param subject the name of the run or group
     * @param with the name of the group compared with; null without
     * @param note whom it is for, in the words of whoever made it
     * @param mayRevoke whether the caller may revoke it
     * @param expiresAt null for a link without an end
     * @param opens how often somebody came by it
     */
    public record LinkDetails(
            UUID id,
            Shared what,
            String subject,
            @Nullable String with,
            String note,
            String maker,
            boolean mayRevoke,
            Instant createdAt,
            @Nullable Instant expiresAt,
            long opens,
            @Nullable Instant lastOpenedAt) {}

    /** A link just made, the only time that its key is readable. */
    public record Issued(LinkDetails link, String key) {
        @Override
        public String toString() {
            return "Issued[" + link.id() + "]";
        }
    }

    private final ShareLinkRows rows;
    private final RunService runs;
    private final RunGroups groups;
    private final ApplicationEventPublisher events;
    private final AuditLog audit;
    private final Clock clock;

    ShareLinks(
            ShareLinkRows rows,
            RunService runs,
            RunGroups groups,
            ApplicationEventPublisher events,
            AuditLog audit,
            Clock clock) {
        this.rows = rows;
        this.runs = runs;
        this.groups = groups;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param note whom it is for; may be empty
     * @param expiresAt null for a link without an end
     * @throws NotFound where the caller does not see what is to be shown
     * @throws Forbidden where the caller only sees it
     * @throws Conflict where the run is in the bin
     * @throws InvalidValue at {@code note}, {@code expiresAt} or {@code with}
     */
    @Transactional
    public Issued make(Caller caller, Shared what, String note, @Nullable Instant expiresAt) {
        requireChange(caller, what);
        // As the database holds it, so that the answer says the same as the list.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String words = note.strip();
        new Rules()
                .that(words.length() <= LONGEST_NOTE, "note", Rule.TOO_LONG, LONGEST_NOTE)
                .that(
                        words.chars().noneMatch(Character::isISOControl),
                        "note",
                        Rule.NOT_ALLOWED,
                        Reason.CONTROL_CHARACTERS)
                .that(
                        expiresAt == null || expiresAt.isAfter(now),
                        "expiresAt",
                        Rule.NOT_ALLOWED,
                        Reason.PAST)
                .that(
                        expiresAt == null || !expiresAt.isAfter(now.plus(LONGEST_LIFE)),
                        "expiresAt",
                        Rule.NOT_ALLOWED,
                        Reason.DAYS_AWAY.of(LONGEST_LIFE.toDays()))
                .that(
                        rows.of(what, now).size() < MOST_OPEN,
                        "note",
                        Rule.NOT_ALLOWED,
                        Reason.OPEN_ALREADY.of(MOST_OPEN))
                .check();
        String key = Secret.random();
        UUID id = UUID.randomUUID();
        rows.insert(id, Secret.hash(key), what, words, caller.user().value(), now, expiresAt);
        ShareLinkRow made = rows.find(id, now).orElseThrow();
        audit.note(act(caller, AuditAction.LINK_MADE, made));
        return new Issued(details(caller).apply(made), key);
    }

    /**
     * Those that show this and still hold, the oldest first.
     *
     * @throws Forbidden where the caller only sees it
     */
    @Transactional(readOnly = true)
    public List<LinkDetails> of(Caller caller, Shared what) {
        projects(caller, what).forEach(caller::mustChange);
        return rows.of(what, clock.instant()).stream().map(details(caller)).toList();
    }

    /**
     * All of a project's, the oldest first; those of runs in the bin too.
     *
     * @throws Forbidden where the caller is no admin
     */
    @Transactional(readOnly = true)
    public List<LinkDetails> in(Caller caller, ProjectId project) {
        caller.mustAdminister(project);
        return rows.in(project, clock.instant()).stream().map(details(caller)).toList();
    }

    /**
     * One that holds.
     *
     * @throws NotFound where there is none, or what it shows is not seen
     * @throws Forbidden where the caller only sees it
     */
    @Transactional(readOnly = true)
    public LinkDetails find(Caller caller, UUID id) {
        ShareLinkRow link = seen(caller, id);
        caller.mustChange(link.project());
        return details(caller).apply(link);
    }

    /**
     * Ends a link, and with it what is open by it. There is no way back: make another.
     *
     * @throws NotFound where there is none that holds, or what it shows is not seen
     * @throws Forbidden where the caller has not made it and is no admin
     */
    @Transactional
    public void revoke(Caller caller, UUID id) {
        ShareLinkRow link = seen(caller, id);
        if (!mayRevoke(caller, link)) {
            throw new Forbidden(Forbidden.Need.ADMIN);
        }
        if (!rows.revoke(id, clock.instant())) {
            throw new NotFound("link", id);
        }
        audit.note(act(caller, AuditAction.LINK_REVOKED, link));
        events.publishEvent(new LinkRevoked(id));
    }

    private static Act act(Caller caller, AuditAction action, ShareLinkRow link) {
        return Act.by(caller, action)
                .to(Act.Kind.LINK, link.id(), link.subject())
                .in(link.project())
                .with(link.note());
    }

    private ShareLinkRow seen(Caller caller, UUID id) {
        return rows.find(id, clock.instant())
                .filter(link -> sees(caller, link))
                .orElseThrow(() -> new NotFound("link", id));
    }

    private void requireChange(Caller caller, Shared what) {
        projects(caller, what).forEach(caller::mustChange);
        if (what instanceof Shared.Run(RunId run) && runs.find(caller, run).binned()) {
            throw new Conflict("A run in the bin cannot be shared: take it out first.");
        }
        if (what instanceof Shared.Comparison(GroupId group, GroupId with) && group.equals(with)) {
            throw new InvalidValue(new FieldError("with", Rule.NOT_ALLOWED, Reason.SAME_GROUP));
        }
    }

    /** The projects of what is shown, which the caller sees. */
    private List<ProjectId> projects(Caller caller, Shared what) {
        return switch (what) {
            case Shared.Run(RunId run) -> List.of(runs.find(caller, run).project());
            case Shared.Group(GroupId group) -> List.of(project(caller, group));
            case Shared.Comparison(GroupId group, GroupId with) ->
                    List.of(project(caller, group), project(caller, with));
        };
    }

    private ProjectId project(Caller caller, GroupId group) {
        return groups.find(caller, group).details().project();
    }

    private static boolean sees(Caller caller, ShareLinkRow link) {
        return caller.sees(link.project())
                || link.withProject() != null && caller.sees(link.withProject());
    }

    private static boolean mayRevoke(Caller caller, ShareLinkRow link) {
        return caller.user().value().equals(link.maker())
                || caller.mayAdminister(link.project())
                || link.withProject() != null && caller.mayAdminister(link.withProject());
    }

    private static Function<ShareLinkRow, LinkDetails> details(Caller caller) {
        return link ->
                new LinkDetails(
                        link.id(),
                        link.what(),
                        link.subject(),
                        link.withSubject(),
                        link.note(),
                        link.makerName(),
                        mayRevoke(caller, link),
                        link.createdAt(),
                        link.expiresAt(),
                        link.opens(),
                        link.lastOpenedAt());
    }
}
