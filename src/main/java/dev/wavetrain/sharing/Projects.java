package dev.wavetrain.sharing;

import dev.wavetrain.common.Act;
import dev.wavetrain.common.AuditAction;
import dev.wavetrain.common.AuditLog;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.MemberRole;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.ProjectNames;
import dev.wavetrain.common.Rules;
import dev.wavetrain.sharing.internal.AccountEntity;
import dev.wavetrain.sharing.internal.AccountRows;
import dev.wavetrain.sharing.internal.MembershipEntity;
import dev.wavetrain.sharing.internal.MembershipRows;
import dev.wavetrain.sharing.internal.ProjectEntity;
import dev.wavetrain.sharing.internal.ProjectRows;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The projects of a caller. Those of others do not exist for them. */
@Service
public class Projects implements ProjectNames {

    public static final int LONGEST_NAME = 100;

    /**
     * A project as one of its members sees it.
     *
     * @param personal whether it came with an account and has no other members
     * @param role the caller's
     */
    public record ProjectDetails(
            ProjectId id,
            String name,
            boolean personal,
            MemberRole role,
            int members,
            Instant createdAt) {}

    private final ProjectRows projects;
    private final MembershipRows memberships;
    private final AccountRows accounts;
    private final AccessChanges changes;
    private final Clock clock;
    private final AuditLog audit;

    Projects(
            ProjectRows projects,
            MembershipRows memberships,
            AccountRows accounts,
            AccessChanges changes,
            Clock clock,
            AuditLog audit) {
        this.projects = projects;
        this.memberships = memberships;
        this.accounts = accounts;
        this.changes = changes;
        this.clock = clock;
        this.audit = audit;
    }

    /** The caller's own first, then by name. */
    @Transactional(readOnly = true)
    public List<ProjectDetails> list(Caller caller) {
        Map<ProjectId, MemberRole> roles = caller.rights().now();
        List<UUID> ids = roles.keySet().stream().map(ProjectId::value).toList();
        return details(projects.findAllById(ids), roles).stream()
                .sorted(
                        Comparator.comparing((ProjectDetails p) -> !p.id().equals(caller.home()))
                                .thenComparing(p -> p.name().toLowerCase(java.util.Locale.ROOT))
                                .thenComparing(ProjectDetails::createdAt))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Named> of(Caller caller) {
        return list(caller).stream()
                .map(project -> new Named(project.id(), project.name(), project.personal()))
                .toList();
    }

    /**
     * @throws dev.wavetrain.common.NotFound where the caller is no member
     */
    @Transactional(readOnly = true)
    public ProjectDetails find(Caller caller, ProjectId id) {
        caller.mustSee(id);
        return details(List.of(projects.findById(id.value()).orElseThrow()), caller.rights().now())
                .getFirst();
    }

    /**
     * Makes a project with the caller as its admin.
     *
     * @throws dev.wavetrain.common.InvalidValue at {@code name}
     */
    @Transactional
    public ProjectDetails create(Caller caller, String name) {
        ProjectEntity project = projects.save(ProjectEntity.shared(checked(name), clock.instant()));
        memberships.save(
                new MembershipEntity(project.id(), caller.user().value(), MemberRole.ADMIN));
        changes.of(caller.user());
        audit.note(act(caller, AuditAction.PROJECT_MADE, project));
        return details(project, MemberRole.ADMIN, 1);
    }

    /**
     * @throws dev.wavetrain.common.Forbidden where the caller is no admin
     * @throws dev.wavetrain.common.InvalidValue at {@code name}
     */
    @Transactional
    public ProjectDetails rename(Caller caller, ProjectId id, String name) {
        caller.mustAdminister(id);
        ProjectEntity project = projects.lock(id.value()).orElseThrow();
        String before = project.name();
        project.rename(checked(name));
        audit.note(act(caller, AuditAction.PROJECT_RENAMED, project).with(before));
        List<UUID> members = accountsIn(id);
        changes.of(members);
        return details(project, Objects.requireNonNull(caller.role(id)), members.size());
    }

    /** What the caller's pages are about from now on; null for all projects. */
    @Transactional
    public void choose(Caller caller, @Nullable ProjectId project) {
        AccountEntity account = accounts.lock(caller.user().value()).orElseThrow();
        account.choose(project == null ? null : caller.mustSee(project).value());
    }

    /** Those who see the project look again at what they have open: something moved. */
    void touch(Collection<ProjectId> touched) {
        changes.of(
                memberships
                        .findByProjectIdIn(touched.stream().map(ProjectId::value).toList())
                        .stream()
                        .map(MembershipEntity::accountId)
                        .distinct()
                        .toList());
    }

    private static Act act(Caller caller, AuditAction action, ProjectEntity project) {
        return Act.by(caller, action)
                .to(Act.Kind.PROJECT, project.id(), project.name())
                .in(new ProjectId(project.id()));
    }

    private List<UUID> accountsIn(ProjectId project) {
        return memberships.findByProjectId(project.value()).stream()
                .map(MembershipEntity::accountId)
                .toList();
    }

    private static String checked(String name) {
        String line = name.strip();
        new Rules().line("name", line, LONGEST_NAME).check();
        return line;
    }

    private List<ProjectDetails> details(
            List<ProjectEntity> found, Map<ProjectId, MemberRole> roles) {
        Map<UUID, Long> members =
                memberships
                        .findByProjectIdIn(found.stream().map(ProjectEntity::id).toList())
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        MembershipEntity::projectId, Collectors.counting()));
        return found.stream()
                .map(project ->
                        details(
                                project,
                                Objects.requireNonNull(roles.get(new ProjectId(project.id()))),
                                members.getOrDefault(project.id(), 0L).intValue()))
                .toList();
    }

    private static ProjectDetails details(ProjectEntity project, MemberRole role, int members) {
        return new ProjectDetails(
                new ProjectId(project.id()),
                project.name(),
                project.personal(),
                role,
                members,
                project.createdAt());
    }
}
