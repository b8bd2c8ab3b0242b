package dev.wavetrain.faults;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A worker stands still in the middle of a transaction, with the row of its run locked. */
final class FreezeInTransaction implements Fault {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String url;
    private final FreezeWorker freezing;

    /**
     * @param url of the cluster's database
     */
    FreezeInTransaction(String url, Duration frozenFor) {
        this.url = url;
        this.freezing = new FreezeWorker(frozenFor);
    }

    @Override
    public String kind() {
        return "SIGSTOP of a worker that holds a lock";
    }

    /** Freezes it again and again, until it is caught. */
    @Override
    public List<Stand> strike(Cluster cluster) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            List<Stand> hit = freezing.strike(cluster);
            if (holdsLocks()) {
                return hit;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("never caught while it held a lock");
            }
            freezing.thaw();
            Waiting.pass(Duration.ofMillis(5));
        }
    }

    @Override
    public void afterwards(Cluster cluster) {
        freezing.afterwards(cluster);
    }

    /** One that changed something and has stood still since. */
    private boolean holdsLocks() {
        Set<String> before = open();
        if (before.isEmpty()) {
            return false;
        }
        Waiting.pass(Duration.ofMillis(100));
        before.retainAll(open());
        return !before.isEmpty();
    }

    private Set<String> open() {
        Set<String> transactions = new HashSet<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select pid, xact_start from pg_stat_activity where datname ="
                                        + " current_database() and backend_xid is not null and"
                                        + " state = 'idle in transaction'")) {
            while (rows.next()) {
                transactions.add(rows.getString(1) + " " + rows.getString(2));
            }
            return transactions;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
