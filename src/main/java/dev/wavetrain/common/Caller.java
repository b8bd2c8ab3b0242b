package dev.wavetrain.common;

import java.util.Set;

/**
 * On whose behalf something is asked. Every query takes one: what lies outside {@code projects}
 * does not exist for its caller.
 *
 * @param projects the projects the caller may see
 * @param home the project that new experiments go to
 */
public record Caller(UserId user, String name, Set<ProjectId> projects, ProjectId home) {

    public Caller {
        projects = Set.copyOf(projects);
    }

    public boolean sees(ProjectId project) {
        return projects.contains(project);
    }
}
