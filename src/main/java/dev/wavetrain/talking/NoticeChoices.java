package dev.wavetrain.talking;

import dev.wavetrain.common.ProjectId;
import java.util.Set;

/**
 * What somebody wants to be told.
 *
 * @param mentions whether of comments that call them
 * @param finished whether of runs that finished, as {@code failed} and {@code diverged}
 * @param own whether of the runs that they queued
 * @param favourites whether of their favourites
 * @param projects those of whose every run
 * @param browser whether the browser shows it by itself
 */
public record NoticeChoices(
        boolean mentions,
        boolean finished,
        boolean failed,
        boolean diverged,
        boolean own,
        boolean favourites,
        boolean browser,
        Set<ProjectId> projects) {

    /** Of whoever has chosen nothing yet. */
    public static final NoticeChoices USUAL =
            new NoticeChoices(true, true, true, true, true, true, false, Set.of());

    public NoticeChoices {
        projects = Set.copyOf(projects);
    }
}
