package dev.wavetrain.sharing;

import dev.wavetrain.common.Act;
import dev.wavetrain.common.AuditAction;
import dev.wavetrain.common.AuditLog;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.MemberRole;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.Rule;
import dev.wavetrain.common.UserId;
import dev.wavetrain.sharing.internal.AccountEntity;
import dev.wavetrain.sharing.internal.AccountRows;
import dev.wavetrain.sharing.internal.MembershipEntity;
import dev.wavetrain.sharing.internal.MembershipRows;
import dev.wavetrain.sharing.internal.ProjectEntity;
import dev.wavetrain.sharing.internal.ProjectRows;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is in a project, and as what. A project never loses its last admin. */
@Service
public class Members {

    /**
     * @param active whether the account may sign in
     */
    public record Member(UserId account, String name, MemberRole role, boolean active) {}

    private final ProjectRows projects;
    private final MembershipRows memberships;
    private final AccountRows accounts;
    private final AccessChanges changes;
    private final AuditLog audit;

    Members(
            ProjectRows projects,
            MembershipRows memberships,
            AccountRows accounts,
            AccessChanges changes,
            AuditLog audit) {
        this.projects = projects;
        this.memberships = memberships;
        this.accounts = accounts;
        this.changes = changes;
        this.audit = audit;
    }

    /** By name. Every member sees the others. */
    @Transactional(readOnly = true)
    public List<Member> list(Caller caller, ProjectId project) {
        caller.mustSee(project);
        return all(project);
    }

    /**
     * Adds an account, by its name.
     *
     * @throws InvalidValue at {@code account} where no such account may sign in
     * @throws Conflict where it is a member already, or the project is a personal one
     */
    @Transactional
    public Member add(Caller caller, ProjectId project, String name, MemberRole role) {
        ProjectEntity entity = locked(caller, project);
        if (entity.personal()) {
            throw new Conflict("A personal project has no other members.");
        }
        AccountEntity account =
                accounts.findByNameKey(Credentials.key(name))
                        .filter(AccountEntity::isActive)
                        .orElseThrow(
                                () -> new InvalidValue(new FieldError("account", Rule.NOT_FOUND)));
        if (row(project, account.id()).isPresent()) {
            throw new Conflict(account.name() + " is a member already.");
        }
        MembershipEntity made =
                memberships.save(new MembershipEntity(project.value(), account.id(), role));
        changes.of(new UserId(account.id()));
        audit.note(act(caller, AuditAction.MEMBER_ADDED, project, account).with(role.name()));
        return member(made, account);
    }

    /**
     * @throws Conflict where the project would have no admin
     */
    @Transactional
    public Member change(Caller caller, ProjectId project, UserId user, MemberRole role) {
        var _ = locked(caller, project);
        MembershipEntity row = member(project, user);
        if (role != MemberRole.ADMIN) {
            requireOther(project, row);
        }
        row.become(role);
        changes.of(user);
        AccountEntity account = accounts.findById(user.value()).orElseThrow();
        audit.note(act(caller, AuditAction.MEMBER_CHANGED, project, account).with(role.name()));
        return member(row, account);
    }

    /**
     * Takes a member out; members may leave by themselves. What they made stays.
     *
     * @throws Conflict where the project would have no admin
     */
    @Transactional
    public void remove(Caller caller, ProjectId project, UserId user) {
        caller.mustSee(project);
        if (!caller.user().equals(user)) {
            caller.mustAdminister(project);
        }
        var _ = projects.lock(project.value()).orElseThrow();
        MembershipEntity row = member(project, user);
        requireOther(project, row);
        memberships.delete(row);
        changes.of(user);
        AccountEntity account = accounts.findById(user.value()).orElseThrow();
        audit.note(act(caller, AuditAction.MEMBER_REMOVED, project, account));
    }

    private static Act act(
            Caller caller, AuditAction action, ProjectId project, AccountEntity member) {
        return Act.by(caller, action).to(Act.Kind.ACCOUNT, member.id(), member.name()).in(project);
    }

    private ProjectEntity locked(Caller caller, ProjectId project) {
        caller.mustAdminister(project);
        return projects.lock(project.value()).orElseThrow();
    }

    private void requireOther(ProjectId project, MembershipEntity leaving) {
        boolean another =
                all(project).stream()
                        .filter(member -> !member.account().value().equals(leaving.accountId()))
                        .anyMatch(member -> member.active() && member.role() == MemberRole.ADMIN);
        if (leaving.role() == MemberRole.ADMIN && !another) {
            throw new Conflict("A project needs an admin: make another member one first.");
        }
    }

    private List<Member> all(ProjectId project) {
        List<MembershipEntity> rows = memberships.findByProjectId(project.value());
        Map<UUID, AccountEntity> known =
                accounts
                        .findAllById(rows.stream().map(MembershipEntity::accountId).toList())
                        .stream()
                        .collect(Collectors.toMap(AccountEntity::id, Function.identity()));
        return rows.stream()
                .map(row -> member(row, Objects.requireNonNull(known.get(row.accountId()))))
                .sorted(Comparator.comparing(member -> Credentials.key(member.name())))
                .toList();
    }

    private MembershipEntity member(ProjectId project, UserId user) {
        return row(project, user.value()).orElseThrow(() -> new NotFound("member", user));
    }

    private java.util.Optional<MembershipEntity> row(ProjectId project, UUID account) {
        return memberships.findByProjectIdAndAccountId(project.value(), account);
    }

    private static Member member(MembershipEntity row, AccountEntity account) {
        return new Member(new UserId(account.id()), account.name(), row.role(), account.isActive());
    }
}
