package dev.wavetrain.talking;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Page;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.talking.internal.ActivityRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happened in a project, for all its members. */
@Service
public class Activities {

    private final ActivityRows rows;

    Activities(ActivityRows rows) {
        this.rows = rows;
    }

    /**
     * The newest first.
     *
     * @param page from 0
     * @throws dev.wavetrain.common.NotFound where the caller does not see the project
     */
    @Transactional(readOnly = true)
    public Page<Activity> list(Caller caller, ProjectId project, int page, int size) {
        caller.mustSee(project);
        return new Page<>(rows.list(project, (long) page * size, size), rows.count(project));
    }
}
