package dev.wavetrain.runs.internal;

import dev.wavetrain.experiments.ExperimentMoved;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs and groups go where their experiment goes, in the same transaction. */
@Component
class RunsMove {

    private final JdbcClient jdbc;

    RunsMove(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void moved(ExperimentMoved move) {
        // In words of its own: no entity of a run ever writes its project.
        for (String table : new String[] {"run", "run_group"}) {
            jdbc.sql("update " + table + " set project_id = :to where experiment_id = :experiment")
                    .param("to", move.to().value())
                    .param("experiment", move.experiment().value())
                    .update();
        }
    }
}
