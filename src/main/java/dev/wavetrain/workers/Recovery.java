package dev.wavetrain.workers;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import dev.wavetrain.runs.RunExecutions;
import dev.wavetrain.runs.WaitingRun;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a process finds when it starts: runs that an earlier one left behind. */
final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final DataSource database;
    private final RunExecutions executions;
    private final SchedulerClient scheduler;
    private final Runnable otherNodesAreGone;
    private final Clock clock;

    Recovery(
            DataSource database,
            RunExecutions executions,
            SchedulerClient scheduler,
            Runnable otherNodesAreGone,
            Clock clock) {
        this.database = database;
        this.executions = executions;
        this.scheduler = scheduler;
        this.otherNodesAreGone = otherNodesAreGone;
        this.clock = clock;
    }

    /** Before the first run is taken. */
    void run() {
        if (isOurs()) {
            otherNodesAreGone.run();
            release();
        }
        for (WaitingRun run : executions.unfinished()) {
            scheduler.scheduleIfNotExists(Jobs.instance(run.id(), run.priority()), clock.instant());
        }
    }

    /**
     * An embedded database is locked by its process: whoever trained there before is gone.
     * Elsewhere only missing heartbeats tell.
     */
    private boolean isOurs() {
        try (Connection connection = database.getConnection()) {
            String url = connection.getMetaData().getURL();
            return url.startsWith("jdbc:h2:")
                    && !url.startsWith("jdbc:h2:tcp:")
                    && !url.startsWith("jdbc:h2:ssl:");
        } catch (SQLException e) {
            throw new IllegalStateException("cannot ask the database what it is", e);
        }
    }

    /** What was being trained goes on at once: its worker is known to be gone. */
    void release() {
        int released =
                JdbcClient.create(database)
                        .sql(
                                "update scheduled_tasks set picked = false, picked_by = null,"
                                        + " last_heartbeat = null, version = version + 1"
                                        + " where task_name = ? and picked = true")
                        .param(Jobs.RUN.getTaskName())
                        .update();
        if (released > 0) {
            LOG.info("{} runs were interrupted when the server stopped: they go on.", released);
        }
    }
}
