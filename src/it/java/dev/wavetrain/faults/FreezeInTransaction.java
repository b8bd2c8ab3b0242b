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

    private static final int TRIES = 3_000;

    /** A run may end meanwhile: then others have to be there. */
    private static final int LOOK_EVERY = 20;

    private final String url;
    private final Mix mix;
    private final FreezeWorker freezing;
    private boolean caught;

    /**
     * @param url of the cluster's database
     */
    FreezeInTransaction(String url, Mix mix, Duration frozenFor) {
        this.url = url;
        this.mix = mix;
        this.freezing = new FreezeWorker(frozenFor);
    }

    @Override
    public String kind() {
        return "SIGSTOP of a worker that holds a lock";
    }

    /** Freezes it for an instant again and again, until it is caught. */
    @Override
    public List<Stand> strike(Cluster cluster) {
        try (Connection connection = DriverManager.getConnection(url)) {
            Wavetrain worker = cluster.trainingWorker();
            for (int tried = 1; tried <= TRIES; tried++) {
                worker.freeze();
                if (holdsLocks(connection)) {
                    caught = true;
                    System.out.println("Caught with a lock at the " + tried + ". try.");
                    return freezing.frozen(worker, cluster);
                }
                worker.thaw();
                if (tried % LOOK_EVERY == 0) {
                    mix.keepBusy(2);
                    worker = cluster.trainingWorker();
                }
                Waiting.pass(Duration.ofMillis(cluster.random().nextLong(1, 20)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        System.out.println("No worker was caught with a lock: THAT DID NOT RUN.");
        return List.of();
    }

    @Override
    public void afterwards(Cluster cluster) {
        if (caught) {
            freezing.afterwards(cluster);
        }
    }

    /** One that changed something and has stood still since. */
    private static boolean holdsLocks(Connection connection) throws SQLException {
        Set<String> before = open(connection);
        if (before.isEmpty()) {
            return false;
        }
        Waiting.pass(Duration.ofMillis(100));
        before.retainAll(open(connection));
        return !before.isEmpty();
    }

    private static Set<String> open(Connection connection) throws SQLException {
        Set<String> transactions = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select pid, xact_start from pg_stat_activity where datname ="
                                        + " current_database() and backend_xid is not null and"
                                        + " state = 'idle in transaction'")) {
            while (rows.next()) {
                transactions.add(rows.getString(1) + " " + rows.getString(2));
            }
            return transactions;
        }
    }
}
