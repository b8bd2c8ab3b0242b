package dev.wavetrain.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.ApiClient.Answer;
import java.time.Duration;
import java.util.List;

/** PostgreSQL is stopped in order and comes back later. Whoever asks meanwhile is told so. */
record StopPostgres(Postgres postgres, Duration away) implements Fault {

    private static final String PAGE = "/sign-in";

    @Override
    public String kind() {
        return "PostgreSQL stopped for " + away.toSeconds() + " s";
    }

    @Override
    public List<Stand> strike(Cluster cluster) {
        // A build that leaves the front end out has no pages.
        boolean pages = cluster.web().nobody().get(PAGE).status() == 200;
        List<Stand> hit = cluster.running();
        postgres.stop();
        long since = System.nanoTime();
        while (Waiting.secondsSince(since) < away.toSeconds()) {
            assertTold(cluster.api().get("/api/v1/runs"));
            if (pages) {
                assertTold(cluster.web().nobody().get(PAGE));
            }
            Waiting.pass(Duration.ofSeconds(1));
        }
        postgres.start();
        return hit;
    }

    /** In words, in time, and never as a fault of the server's own. */
    private static void assertTold(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isIn(200, 503);
        if (answer.status() == 503) {
            assertThat(answer.text()).contains("database does not answer");
        }
    }

    @Override
    public void afterwards(Cluster cluster) {
        Waiting.until(
                Duration.ofSeconds(20),
                () -> "the web to answer again",
                () -> cluster.api().get("/api/v1/runs").status() == 200);
    }
}
