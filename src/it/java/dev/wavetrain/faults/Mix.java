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
        undisturbed.values().forEach(cluster::ended);
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
                    Comparison.of(
                            cluster.api(), run, undisturbed.get(work), cluster.watchOf(run));
            tally.compared(run, comparison);
            if (comparison.lost() + comparison.doubled() > 0
                    || !comparison.differences().isEmpty()) {
                faults.add(work.preset() + " " + run + ": " + comparison);
            }
        });
        return faults;
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
