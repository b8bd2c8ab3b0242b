package dev.wavetrain.database;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Sends what is in the outbox: at once after a quiet time, else five times a second. What cannot be
 * sent is forgotten.
 */
final class NotifyThread extends Thread {

    static final String CHANNEL = "wavetrain";

    private static final Logger LOG = LoggerFactory.getLogger(NotifyThread.class);
    private static final Duration APART = Duration.ofMillis(200);

    private final JdbcTemplate database;
    private final Outbox outbox;
    private volatile boolean ended;

    NotifyThread(DataSource database, Outbox outbox) {
        super("notify");
        setDaemon(true);
        this.database = new JdbcTemplate(database);
        this.outbox = outbox;
    }

    void end() {
        ended = true;
        interrupt();
    }

    @Override
    public void run() {
        try {
            while (!ended) {
                send(outbox.take());
                sleep(APART);
            }
        } catch (InterruptedException stopped) {
            interrupt();
        }
    }

    private void send(List<String> messages) {
        try {
            database.execute(all(messages));
        } catch (DataAccessException away) {
            LOG.debug("Other processes are not told", away);
        }
    }

    private static ConnectionCallback<Boolean> all(List<String> messages) {
        return connection -> {
            try (var statement =
                    connection.prepareStatement("select pg_notify(?, text) from unnest(?) text")) {
                statement.setString(1, CHANNEL);
                statement.setArray(2, connection.createArrayOf("text", messages.toArray()));
                return statement.execute();
            }
        };
    }
}
