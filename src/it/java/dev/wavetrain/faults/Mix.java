package dev.wavetrain.faults;

import dev.wavetrain.ApiClient;
import dev.wavetrain.ApiClient.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is trained: a few definitions, each once undisturbed and then as often as faults need. */
final class Mix {

    private final Cluster cluster;
    private final List<Work> works;
    private final Map<Work, String> experiments = new LinkedHashMap<>();
    private final Map<Work, String> undisturbed = new LinkedHashMap<>();
    private final Map<String, Work> disturbed = new LinkedHashMap<>();
    private int next;

    Mix(Cluster cluster, List<Work> works) {
        this.cluster = cluster;
        this.works = works;
    }

    /** Trains each once before anything is done to anybody. */
    void trainUndisturbed() {
        works.forEach(work -> undisturbed.put(work, queued(work)));
        undisturbed.put(Work.SHORT, queued(Work.SHORT));
        undisturbed
                .values()
                .forEach(run -> {
                    cluster.ended(run);
                    if (cluster.stand(run).attempt() != 1) {
                        throw new AssertionError("not undisturbed: " + cluster.stand(run));
                    }
                });
    }

    /** Queues runs, each definition in its turn, until so many have not ended. */
    void keepBusy(int runs) {
        while (cluster.active().size() < runs) {
            queue(works.get(next++ % works.size()));
        }
    }

    /** One more, to be disturbed. */
    String queue(Work work) {
        String run = queued(work);
        disturbed.put(run, work);
        cluster.watch(run);
        return run;
    }

    /** Waits for the ends of the disturbed runs, and compares those that were not compared yet. */
    List<String> compareAll(Tally tally) {
        List<String> faults = new ArrayList<>();
        disturbed.forEach((run, work) -> {
            if (tally.comparisons().containsKey(run)) {
                return;
            }
            cluster.ended(run);
            Comparison comparison =
                    Comparison.of(cluster.api(), run, undisturbed.get(work), cluster.watchOf(run));
            tally.compared(run, comparison);
            if (comparison.lost() + comparison.doubled() > 0
                    || !comparison.differences().isEmpty()) {
                faults.add(work.preset() + " " + run + ": " + comparison);
            }
        });
        return faults;
    }

    /**
     * Of runs that a copy of the database holds, once they have ended there: all that was shown
     * before has to be in it, and they end as they do here.
     *
     * @param before as they stood here before the copy was made
     */
    List<String> differencesIn(Cluster copy, List<Stand> before) {
        List<String> differences = new ArrayList<>();
        for (Stand run : before) {
            Stand then = copy.stand(run.run());
            if (then.epoch() < run.epoch()) {
                differences.add(run + " is behind: " + then);
            }
            copy.ended(run.run());
            String reference = undisturbed.get(disturbed.get(run.run()));
            differences.addAll(Comparison.differences(copy.api(), run.run(), reference));
        }
        return differences;
    }

    private String queued(Work work) {
        ApiClient api = cluster.api();
        String experiment =
                experiments.computeIfAbsent(
                        work,
                        _ ->
                                created(
                                        api.post(
                                                "/api/v1/experiments",
                                                "{\"preset\":\"" + work.preset() + "\"}")));
        return created(
                api.post(
                        "/api/v1/experiments/" + experiment + "/runs",
                        "{\"seed\":3,\"overrides\":" + work.overrides() + "}"));
    }

    private static String created(Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
        return answer.json().path("id").stringValue();
    }
}
