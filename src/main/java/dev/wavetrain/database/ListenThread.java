package dev.wavetrain.database;

import static dev.wavetrain.common.DatabaseTrouble.AWAY;

import dev.wavetrain.common.DatabaseHealth;
import dev.wavetrain.common.DatabaseTrouble;
import dev.wavetrain.common.Seldom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what other processes send, on a connection of its own, and connects anew whenever that is
 * lost. What was sent meanwhile is not heard. Being connected all the time it is also the first to
 * see that the database goes away and comes back.
 */
final class ListenThread extends Thread {

    /** Opens a connection to the database. */
    @FunctionalInterface
    interface Connecting {
        Connection open() throws SQLException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(ListenThread.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    /** How long a look waits for something to come; also how long ending this thread may take. */
    private static final int LOOK_MILLIS = 500;

    /** After so many looks without a message the connection is asked whether it still is one. */
    private static final int QUIET_LOOKS = 4;

    private static final int ANSWER_SECONDS = 2;

    private final Seldom seldom = new Seldom(Duration.ofMinutes(1));
    private final Connecting connecting;
    private final Consumer<String> to;
    private final DatabaseHealth health;
    private volatile boolean ended;

    ListenThread(Connecting connecting, Consumer<String> to, DatabaseHealth health) {
        super("listen");
        setDaemon(true);
        this.connecting = connecting;
        this.to = to;
        this.health = health;
    }

    void end() {
        ended = true;
        interrupt();
    }

    @Override
    public void run() {
        Duration pause = Duration.ZERO;
        while (!ended) {
            boolean connected = false;
            try (Connection connection = connecting.open()) {
                listen(connection);
                connected = true;
                health.told(false);
                hear(connection);
            } catch (SQLException lost) {
                pause = connected ? Duration.ZERO : longer(pause);
                lost(lost, connected);
                await(pause);
            }
        }
    }

    /** A lost connection says nothing yet: one that cannot be opened anew does. */
    private void lost(SQLException lost, boolean wasConnected) {
        if (ended) {
            return;
        }
        if (!wasConnected && isAway(lost)) {
            health.told(true);
        }
        if (seldom.now()) {
            LOG.warn("Other processes are not heard; the database is read instead.", lost);
        }
    }

    /** A server without room for one more connection answers those that there are. */
    private static boolean isAway(SQLException lost) {
        boolean crowded = lost.getSQLState() != null && lost.getSQLState().startsWith("53");
        return !crowded && DatabaseTrouble.of(lost).filter(AWAY::equals).isPresent();
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    private static void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + NotifyThread.CHANNEL);
        }
    }

    private void hear(Connection connection) throws SQLException {
        PGConnection channel = connection.unwrap(PGConnection.class);
        int quiet = 0;
        while (!ended) {
            PGNotification[] messages = channel.getNotifications(LOOK_MILLIS);
            quiet = messages == null || messages.length == 0 ? quiet + 1 : 0;
            if (quiet == QUIET_LOOKS) {
                requireAnswer(connection);
                quiet = 0;
            }
            if (messages != null) {
                for (PGNotification message : messages) {
                    to.accept(message.getParameter());
                }
            }
        }
    }

    /** The other end may have vanished without a word. */
    private static void requireAnswer(Connection connection) throws SQLException {
        if (!connection.isValid(ANSWER_SECONDS)) {
            throw new SQLRecoverableException("the connection is dead");
        }
    }

    private static void await(Duration pause) {
        try {
            sleep(pause);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
