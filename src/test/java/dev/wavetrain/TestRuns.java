package dev.wavetrain;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.experiments.ExperimentService;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunRequest;
import dev.wavetrain.runs.RunService;
import dev.wavetrain.sharing.Accounts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;

/** Somebody new with a small experiment, and what tests ask of its runs. */
public final class TestRuns {

    /** Of whoever is new. */
    public static final String PASSWORD = "long enough";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final RunService runs;
    public final Caller caller;
    public final ExperimentId experiment;

    public TestRuns(ApplicationContext context) {
        this(context, "damped-simple-rnn");
    }

    public TestRuns(ApplicationContext context, String preset) {
        Accounts accounts = context.getBean(Accounts.class);
        this.runs = context.getBean(RunService.class);
        this.caller =
                accounts.caller(accounts.create("user-" + UUID.randomUUID(), PASSWORD).user());
        this.experiment =
                context.getBean(ExperimentService.class)
                        .createFromPreset(caller, preset, null)
                        .id();
    }

    /** The same person in another application on the same database. */
    public Caller callerIn(ApplicationContext other) {
        return other.getBean(Accounts.class).caller(caller.user());
    }

    public RunId queue(int epochs) {
        return queue(epochs, 0);
    }

    public RunId queue(int epochs, int priority) {
        return queue(request(priority, Map.of("training.epochs", IntNode.valueOf(epochs))));
    }

    public RunId queue(RunRequest request) {
        return runs.queue(caller, experiment, request).id();
    }

    public RunDetails find(RunId run) {
        return runs.find(caller, run);
    }

    public RunDetails awaitEnd(RunId run) {
        return awaitEnd(run, PATIENCE);
    }

    public RunDetails awaitEnd(RunId run, Duration atMost) {
        return Awaitility.await()
                .atMost(atMost)
                .until(() -> find(run), found -> found.state().isFinal());
    }

    public static RunRequest request(int priority, Map<String, JsonNode> overrides) {
        return new RunRequest(7L, null, List.of(), priority, overrides);
    }
}
