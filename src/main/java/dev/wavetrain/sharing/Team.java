package dev.wavetrain.sharing;

import dev.wavetrain.common.Act;
import dev.wavetrain.common.AuditAction;
import dev.wavetrain.common.AuditLog;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.MemberRole;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.UserId;
import dev.wavetrain.sharing.internal.AccountEntity;
import dev.wavetrain.sharing.internal.AccountRows;
import dev.wavetrain.sharing.internal.MembershipEntity;
import dev.wavetrain.sharing.internal.MembershipRows;
import dev.wavetrain.sharing.internal.ProjectEntity;
import dev.wavetrain.sharing.internal.ProjectRows;
import dev.wavetrain.sharing.internal.ServerEntity;
import dev.wavetrain.sharing.internal.ServerRow;
import dev.wavetrain.sharing.internal.TokenRows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people of this server. Its owner sees all of them; others see those they share a project
 * with.
 */
@Service
public class Team {

    /**
     * @param owner whether the server is theirs
     * @param active whether they may sign in
     * @param lastSeenAt null where they never were; to the minute
     * @param projects names of the shared projects that the caller sees them in
     */
    public record Teammate(
            UserId account,
            String name,
            boolean owner,
            boolean active,
            Instant createdAt,
            @Nullable Instant lastSeenAt,
            List<String> projects) {

        public Teammate {
            projects = List.copyOf(projects);
        }
    }

    private final AccountRows accounts;
    private final MembershipRows memberships;
    private final ProjectRows projects;
    private final TokenRows tokens;
    private final ServerRow server;
    private final AccessChanges changes;
    private final AuditLog audit;

    Team(
            AccountRows accounts,
            MembershipRows memberships,
            ProjectRows projects,
            TokenRows tokens,
            ServerRow server,
            AccessChanges changes,
            AuditLog audit) {
        this.accounts = accounts;
        this.memberships = memberships;
        this.projects = projects;
        this.tokens = tokens;
        this.server = server;
        this.changes = changes;
        this.audit = audit;
    }

    /** By name. */
    @Transactional(readOnly = true)
    public List<Teammate> list(Caller caller) {
        List<ProjectEntity> seen = projects(caller);
        Map<UUID, String> names =
                seen.stream()
                        .filter(project -> !project.personal())
                        .collect(Collectors.toMap(ProjectEntity::id, ProjectEntity::name));
        Map<UUID, List<String>> shared =
                memberships.findByProjectIdIn(names.keySet()).stream()
                        .collect(
                                Collectors.groupingBy(
                                        MembershipEntity::accountId,
                                        Collectors.mapping(
                                                row -> names.get(row.projectId()),
                                                Collectors.toList())));
        UUID owner = owner();
        return accounts.findAllByOrderByNameKey().stream()
                .filter(account ->
                        caller.owner()
                                || shared.containsKey(account.id())
                                || account.id().equals(caller.user().value()))
                .map(account ->
                        teammate(account, owner, shared.getOrDefault(account.id(), List.of())))
                .toList();
    }

    private List<ProjectEntity> projects(Caller caller) {
        return caller.owner()
                ? projects.findAll()
                : projects.findAllById(caller.projects().stream().map(ProjectId::value).toList());
    }

    private static Teammate teammate(AccountEntity account, UUID owner, List<String> shared) {
        return new Teammate(
                new UserId(account.id()),
                account.name(),
                account.id().equals(owner),
                account.isActive(),
                account.createdAt(),
                account.lastSeenAt(),
                shared.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList());
    }

    /**
     * Ends an account's sessions and tokens at once, and lets it sign in no more. What it made
     * stays. Projects that would be left without an active admin get the server's owner as one.
     *
     * @throws Conflict where it is the owner's
     */
    @Transactional
    public void deactivate(Caller caller, UserId user) {
        AccountEntity account = locked(caller, user);
        if (account.id().equals(owner())) {
            throw new Conflict("The owner of the server stays.");
        }
        if (!account.isActive()) {
            throw new Conflict("The account is not active.");
        }
        account.activate(false);
        tokens.deleteByAccountId(account.id());
        adopt(account.id(), caller);
        audit.note(act(caller, AuditAction.ACCOUNT_DEACTIVATED, account));
        changes.told(List.of(account.id()));
    }

    /**
     * Lets an account sign in again, with the password it had; its tokens are gone.
     *
     * @throws Conflict where it is active
     */
    @Transactional
    public void reactivate(Caller caller, UserId user) {
        AccountEntity account = locked(caller, user);
        if (account.isActive()) {
            throw new Conflict("The account is active already.");
        }
        account.activate(true);
        audit.note(act(caller, AuditAction.ACCOUNT_REACTIVATED, account));
        changes.told(List.of(account.id()));
    }

    private static Act act(Caller caller, AuditAction action, AccountEntity account) {
        return Act.by(caller, action).to(Act.Kind.ACCOUNT, account.id(), account.name());
    }

    private AccountEntity locked(Caller caller, UserId user) {
        caller.mustOwn();
        return accounts.lock(user.value()).orElseThrow(() -> new NotFound("account", user));
    }

    private void adopt(UUID leaving, Caller caller) {
        UserId owner = caller.user();
        List<UUID> administered =
                memberships.findByAccountId(leaving).stream()
                        .filter(row -> row.role() == MemberRole.ADMIN)
                        .map(MembershipEntity::projectId)
                        .toList();
        List<ProjectEntity> orphans =
                projects.findAllById(administered).stream()
                        .filter(project -> !project.personal() && !hasAdmin(project.id()))
                        .toList();
        for (ProjectEntity project : orphans) {
            audit.note(
                    Act.by(caller, AuditAction.MEMBER_CHANGED)
                            .to(Act.Kind.ACCOUNT, owner.value(), caller.name())
                            .in(new ProjectId(project.id()))
                            .with(MemberRole.ADMIN.name()));
            memberships
                    .findByProjectIdAndAccountId(project.id(), owner.value())
                    .ifPresentOrElse(
                            row -> row.become(MemberRole.ADMIN),
                            () ->
                                    memberships.save(
                                            new MembershipEntity(
                                                    project.id(),
                                                    owner.value(),
                                                    MemberRole.ADMIN)));
        }
        if (!orphans.isEmpty()) {
            changes.of(owner);
        }
    }

    private boolean hasAdmin(UUID project) {
        List<UUID> admins =
                memberships.findByProjectId(project).stream()
                        .filter(row -> row.role() == MemberRole.ADMIN)
                        .map(MembershipEntity::accountId)
                        .toList();
        return accounts.findAllById(admins).stream().anyMatch(AccountEntity::isActive);
    }

    private UUID owner() {
        return server.findById(ServerEntity.ONLY).orElseThrow().ownerId();
    }
}
