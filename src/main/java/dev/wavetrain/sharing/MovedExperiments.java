package dev.wavetrain.sharing;

import dev.wavetrain.experiments.ExperimentMoved;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Pages of both projects' members look again at what they show when an experiment has moved. */
@Component
class MovedExperiments {

    private final Projects projects;

    MovedExperiments(Projects projects) {
        this.projects = projects;
    }

    @EventListener
    void moved(ExperimentMoved move) {
        projects.touch(List.of(move.from(), move.to()));
    }
}
