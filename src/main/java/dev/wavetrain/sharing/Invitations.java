package dev.wavetrain.sharing;

import dev.wavetrain.common.Act;
import dev.wavetrain.common.AuditAction;
import dev.wavetrain.common.AuditLog;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.MemberRole;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
import dev.wavetrain.common.Rules;
import dev.wavetrain.sharing.internal.EntryLinkEntity;
import dev.wavetrain.sharing.internal.EntryLinkRows;
import dev.wavetrain.sharing.internal.MembershipEntity;
import dev.wavetrain.sharing.internal.MembershipRows;
import dev.wavetrain.sharing.internal.ProjectEntity;
import dev.wavetrain.sharing.internal.ProjectRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How people who have no account yet come to one: by an address that works once. */
@Service
public class Invitations {

    public static final Duration USUAL_LIFE = Duration.ofDays(7);
    public static final Duration LONGEST_LIFE = Duration.ofDays(90);
    public static final int LONGEST_NOTE = 100;
    private static final int MOST_OPEN = 200;

    /**
     * One that has not been used.
     *
     * @param note whom it is for, in the words of whoever made it
     * @param project null where the account gets its own project alone
     * @param projectName null without a project
     */
    public record Invitation(
            UUID id,
            String note,
            @Nullable UUID project,
            @Nullable String projectName,
            @Nullable MemberRole role,
            Instant createdAt,
            Instant expiresAt) {}

    /** An invitation just made, the only time that its key is readable. */
    public record Issued(Invitation invitation, String key) {
        @Override
        public String toString() {
            return "Issued[" + invitation.id() + "]";
        }
    }

    private final EntryLinkRows links;
    private final OneUse oneUse;
    private final ProjectRows projects;
    private final MembershipRows memberships;
    private final Accounts accounts;
    private final Clock clock;
    private final AuditLog audit;

    Invitations(
            EntryLinkRows links,
            OneUse oneUse,
            ProjectRows projects,
            MembershipRows memberships,
            Accounts accounts,
            Clock clock,
            AuditLog audit) {
        this.links = links;
        this.oneUse = oneUse;
        this.projects = projects;
        this.memberships = memberships;
        this.accounts = accounts;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * @param project one that the caller administers; null for none
     * @param role null for an editor
     * @param expiresAt null for a week from now
     * @throws dev.wavetrain.common.Forbidden where the caller does not own the server
     * @throws dev.wavetrain.common.InvalidValue at {@code note} or {@code expiresAt}
     */
    @Transactional
    public Issued invite(
            Caller caller,
            String note,
            @Nullable ProjectId project,
            @Nullable MemberRole role,
            @Nullable Instant expiresAt) {
        caller.mustOwn();
        Instant now = clock.instant();
        Instant end = expiresAt == null ? now.plus(USUAL_LIFE) : expiresAt;
        check(note, end, now);
        String key = Secret.random();
        EntryLinkEntity link =
                EntryLinkEntity.invitation(
                        Secret.hash(key), note.strip(), caller.user().value(), now, end);
        if (project != null) {
            caller.mustAdminister(project);
            if (projects.findById(project.value()).orElseThrow().personal()) {
                throw new Conflict("A personal project has no other members.");
            }
            link.invitesTo(project.value(), role == null ? MemberRole.EDITOR : role);
        }
        Issued issued = new Issued(invitation(links.save(link)), key);
        audit.note(act(caller, AuditAction.INVITATION_MADE, link));
        return issued;
    }

    private void check(String note, Instant end, Instant now) {
        new Rules()
                .text("note", note.strip(), LONGEST_NOTE)
                .that(end.isAfter(now), "expiresAt", Rule.NOT_ALLOWED, Reason.PAST)
                .that(
                        !end.isAfter(now.plus(LONGEST_LIFE)),
                        "expiresAt",
                        Rule.NOT_ALLOWED,
                        Reason.DAYS_AWAY.of(LONGEST_LIFE.toDays()))
                .that(
                        links.open(EntryLinkEntity.Kind.INVITATION, now).size() < MOST_OPEN,
                        "note",
                        Rule.NOT_ALLOWED,
                        Reason.OPEN_ALREADY.of(MOST_OPEN))
                .check();
    }

    /** Those that may still be used, the oldest first. */
    @Transactional(readOnly = true)
    public List<Invitation> open(Caller caller) {
        caller.mustOwn();
        return links.open(EntryLinkEntity.Kind.INVITATION, clock.instant()).stream()
                .map(this::invitation)
                .toList();
    }

    /**
     * @throws NotFound where no such invitation is open
     */
    @Transactional
    public void revoke(Caller caller, UUID id) {
        caller.mustOwn();
        EntryLinkEntity link =
                links.findById(id)
                        .filter(one -> one.opens(EntryLinkEntity.Kind.INVITATION, clock.instant()))
                        .orElseThrow(() -> new NotFound("invitation", id));
        link.revoke(clock.instant());
        audit.note(act(caller, AuditAction.INVITATION_REVOKED, link));
    }

    /** Takes a revocation back. */
    @Transactional
    public void restore(Caller caller, UUID id) {
        caller.mustOwn();
        EntryLinkEntity link = links.findById(id).orElseThrow(() -> new NotFound("invitation", id));
        link.revoke(null);
        audit.note(act(caller, AuditAction.INVITATION_RESTORED, link));
    }

    /** What the key invites to, for whoever holds it; empty where it opens nothing. */
    @Transactional(readOnly = true)
    public Optional<Invitation> find(String key) {
        return oneUse.find(EntryLinkEntity.Kind.INVITATION, key).map(this::invitation);
    }

    /**
     * Makes the account: a personal project, and the membership it was invited to.
     *
     * @throws NotFound where the key opens nothing
     * @throws dev.wavetrain.common.InvalidValue at {@code name} or {@code password}
     */
    @Transactional
    public SignedIn accept(String key, String name, String password) {
        Credentials.requireLength(password);
        return accept(key, project -> accounts.invited(name, password, project));
    }

    /**
     * As above, for an account that is made otherwise.
     *
     * @param making given the project that the account's pages begin with, or null
     */
    @Transactional
    SignedIn accept(String key, Function<@Nullable UUID, SignedIn> making) {
        EntryLinkEntity link = oneUse.use(EntryLinkEntity.Kind.INVITATION, key);
        SignedIn who = making.apply(link.projectId());
        UUID project = link.projectId();
        if (project != null && link.role() != null) {
            memberships.save(new MembershipEntity(project, who.account(), link.role()));
            audit.note(
                    Act.by(who.user(), who.name(), AuditAction.MEMBER_ADDED)
                            .to(Act.Kind.ACCOUNT, who.account(), who.name())
                            .in(new ProjectId(project))
                            .with(link.role().name()));
        }
        return who;
    }

    private static Act act(Caller caller, AuditAction action, EntryLinkEntity link) {
        UUID project = link.projectId();
        return Act.by(caller, action)
                .to(Act.Kind.INVITATION, link.id(), link.note())
                .in(project == null ? null : new ProjectId(project));
    }

    private Invitation invitation(EntryLinkEntity link) {
        UUID project = link.projectId();
        return new Invitation(
                link.id(),
                link.note(),
                project,
                project == null
                        ? null
                        : projects.findById(project).map(ProjectEntity::name).orElse(null),
                link.role(),
                link.createdAt(),
                link.expiresAt());
    }
}
