package dev.wavetrain.common;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf something is asked. Every query takes one: what lies outside {@link #projects()}
 * does not exist for its caller, and whatever changes something asks {@link #mustChange} or {@link
 * #mustAdminister} first. The rights are read when they are asked for, so that a page that is open
 * for long never acts on what its account was once allowed.
 *
 * @param home the caller's own project, where new experiments go unless another is named
 * @param chosen the project that the caller's pages are about; null for all of them
 * @param owner whether the server is the caller's
 */
public record Caller(
        UserId user,
        String name,
        ProjectId home,
        @Nullable ProjectId chosen,
        boolean owner,
        Rights rights) {

    /** An admin of each of these projects, and no owner. */
    public Caller(UserId user, String name, Set<ProjectId> projects, ProjectId home) {
        this(user, name, home, null, false, adminOf(projects));
    }

    /** Somebody without an account, who sees what a link shows and no project. */
    public static Caller visitor(Rights rights) {
        return new Caller(NoId.USER, "", NoId.PROJECT, null, false, rights);
    }

    private static Rights adminOf(Set<ProjectId> projects) {
        Map<ProjectId, MemberRole> roles =
                projects.stream()
                        .collect(Collectors.toMap(project -> project, p -> MemberRole.ADMIN));
        return () -> roles;
    }

    /** The projects the caller may see. */
    public Set<ProjectId> projects() {
        return rights.now().keySet();
    }

    public boolean sees(ProjectId project) {
        return role(project) != null;
    }

    /** Whether the caller sees a run: as a member of its project, or by a link. */
    public boolean sees(ProjectId project, RunId run) {
        return sees(project) || rights.shows(run);
    }

    /** Whether the caller sees a group: as a member of its project, or by a link. */
    public boolean sees(ProjectId project, GroupId group) {
        return sees(project) || rights.shows(group);
    }

    /** Null where the caller does not see the project. */
    public @Nullable MemberRole role(ProjectId project) {
        return rights.now().get(project);
    }

    /** Whether the caller may train and change what is in the project. */
    public boolean mayChange(ProjectId project) {
        return is(MemberRole.EDITOR, project);
    }

    /** Whether the caller may delete, and say who the members are. */
    public boolean mayAdminister(ProjectId project) {
        return is(MemberRole.ADMIN, project);
    }

    private boolean is(MemberRole least, ProjectId project) {
        MemberRole role = role(project);
        return role != null && role.includes(least);
    }

    /** The project that pages put new things into. */
    public ProjectId workplace() {
        return chosen == null ? home : chosen;
    }

    /**
     * @throws NotFound where the caller does not see the project
     */
    public ProjectId mustSee(ProjectId project) {
        if (!sees(project)) {
            throw new NotFound("project", project);
        }
        return project;
    }

    /**
     * @throws NotFound where the caller does not see the project
     * @throws Forbidden where the caller may only look
     */
    public void mustChange(ProjectId project) {
        if (!mayChange(mustSee(project))) {
            throw new Forbidden(Forbidden.Need.EDITOR);
        }
    }

    /**
     * @throws NotFound where the caller does not see the project
     * @throws Forbidden where the caller is no admin
     */
    public void mustAdminister(ProjectId project) {
        if (!mayAdminister(mustSee(project))) {
            throw new Forbidden(Forbidden.Need.ADMIN);
        }
    }

    /**
     * @throws Forbidden where the server is another's
     */
    public void mustOwn() {
        if (!owner) {
            throw new Forbidden(Forbidden.Need.OWNER);
        }
    }
}
