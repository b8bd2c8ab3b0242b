package dev.wavetrain.bench;

import dev.wavetrain.experiments.Definition;
import dev.wavetrain.experiments.DefinitionJson;
import dev.wavetrain.experiments.Preset;
import dev.wavetrain.experiments.Presets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Fills an empty database with runs as a team would have made them over a year: experiments, tags,
 * groups of seeds, every state, losses by epoch. Plain JDBC, in the tables' own words; the same
 * seed gives the same.
 */
final class Filler {

    /** The run to look for: one epoch of it stands out. */
    static final String LONG_RUN = "One million epochs";

    static final int LONG_EPOCHS = 1_000_000;
    static final int SPIKE_EPOCH = 654_321;
    static final double SPIKE = 7.5;

    private static final int EXPERIMENTS = 300;
    private static final int SEEDS = 5;
    private static final Duration YEAR = Duration.ofDays(365);
    private static final List<String> TAGS =
            List.of("baseline", "sweep", "wide", "ablation", "paper", "retry", "quick", "final");

    /** Which state comes how often, of a hundred. */
    private static final List<String> STATES = new ArrayList<>();

    static {
        state("COMPLETED", 68);
        state("STOPPED_EARLY", 14);
        state("FAILED", 5);
        state("DIVERGED", 5);
        state("CANCELLED", 5);
        state("PAUSED", 3);
    }

    private static void state(String name, int share) {
        for (int i = 0; i < share; i++) {
            STATES.add(name);
        }
    }

    private final Connection to;
    private final UUID owner;
    private final String ownerName;
    private final UUID project;
    private final Random random = new Random(1);
    private final Instant now = Instant.now();
    private final List<Made> experiments = new ArrayList<>();

    /** An experiment with the one version that it has. */
    private record Made(UUID id, String name, String definition) {}

    /** What is asked of one run. */
    private record Wanted(
            Made experiment,
            @Nullable UUID group,
            String name,
            int epochs,
            String state,
            Instant queued,
            long seed) {}

    Filler(Connection to, UUID owner, String ownerName, UUID project) {
        this.to = to;
        this.owner = owner;
        this.ownerName = ownerName;
        this.project = project;
    }

    /**
     * @param points of both losses together, over all runs but the long one
     */
    void fill(int runs, long points) throws SQLException {
        to.setAutoCommit(false);
        experiments();
        int epochs = (int) Math.max(1, points / 2 / runs);
        Made made = experiments.getFirst();
        UUID group = null;
        try (RunInserts rows = new RunInserts(to)) {
            for (int i = 0; i < runs; i++) {
                Instant queued = now.minus(YEAR.multipliedBy(runs - i).dividedBy(runs));
                int place = i % (SEEDS * SEEDS);
                if (place == 0 || place >= SEEDS) {
                    made = experiments.get(random.nextInt(experiments.size()));
                    group = place == 0 ? group(made, queued) : null;
                }
                String state = STATES.get(random.nextInt(STATES.size()));
                int of = epochs / 2 + random.nextInt(epochs) + 1;
                rows.add(run(new Wanted(made, group, made.name(), of, state, queued, i)));
            }
            rows.add(
                    run(
                            new Wanted(
                                    experiments.getFirst(),
                                    null,
                                    LONG_RUN,
                                    LONG_EPOCHS,
                                    "COMPLETED",
                                    now,
                                    1)));
        }
        to.commit();
    }

    private RunInserts.Row run(Wanted wanted) {
        boolean completed = wanted.state().equals("COMPLETED");
        int done =
                completed
                        ? wanted.epochs()
                        : Math.max(1, (int) (wanted.epochs() * random.nextDouble()));
        boolean paused = wanted.state().equals("PAUSED");
        return new RunInserts.Row(
                newId(),
                project,
                wanted.experiment().id(),
                owner,
                ownerName,
                wanted.group(),
                wanted.name(),
                tags(),
                random.nextInt(50) == 0 ? "Looks at the second half of the wave." : "",
                wanted.seed(),
                wanted.experiment().definition(),
                wanted.state(),
                wanted.epochs(),
                done,
                wanted.queued(),
                paused ? null : wanted.queued().plusSeconds(5 + done / 50),
                0.5 + random.nextDouble(),
                Math.exp(-3 - 7 * random.nextDouble()),
                random.nextInt(10) > 0);
    }

    private UUID newId() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private String tags() {
        StringBuilder tags = new StringBuilder();
        for (String tag : TAGS) {
            if (random.nextInt(8) == 0) {
                tags.append('\n').append(tag);
            }
        }
        return tags.isEmpty() ? "" : tags.append('\n').toString();
    }

    private void experiments() throws SQLException {
        List<Preset> presets = Presets.all();
        for (int i = 0; i < EXPERIMENTS; i++) {
            Preset preset = presets.get(i % presets.size());
            String name = preset.name() + " " + (i + 1);
            experiments.add(experiment(name, text(preset.definition(), i)));
        }
        to.commit();
    }

    /** Definitions differ, so that their settings do. */
    private static String text(Definition definition, int i) {
        var json = DefinitionJson.write(definition);
        return json.toString()
                .replaceFirst("\"learningRate\":[^,}]+", "\"learningRate\":" + (i + 1) / 10_000.0);
    }

    private Made experiment(String name, String definition) throws SQLException {
        UUID id = newId();
        OffsetDateTime at = now.minus(YEAR).atOffset(ZoneOffset.UTC);
        try (PreparedStatement row =
                        to.prepareStatement(
                                "insert into experiment (id, project_id, created_by, name,"
                                        + " description, version, lock_version, archived,"
                                        + " created_at, updated_at)"
                                        + " values (?, ?, ?, ?, '', 1, 0, false, ?, ?)");
                PreparedStatement version =
                        to.prepareStatement(
                                "insert into experiment_version (id, experiment_id, version,"
                                        + " definition, created_at) values (?, ?, 1, ?, ?)")) {
            RunInserts.set(row, id, project, owner, name, at, at);
            row.executeUpdate();
            UUID first = newId();
            RunInserts.set(version, first, id, definition, at);
            version.executeUpdate();
        }
        return new Made(id, name, definition);
    }

    private UUID group(Made experiment, Instant queued) throws SQLException {
        UUID id = newId();
        try (PreparedStatement row =
                to.prepareStatement(
                        "insert into run_group (id, project_id, experiment_id,"
                                + " experiment_version, owner_id, owner_name, name, seeds,"
                                + " created_at) values (?, ?, ?, 1, ?, ?, ?, ?, ?)")) {
            RunInserts.set(
                    row,
                    id,
                    project,
                    experiment.id(),
                    owner,
                    ownerName,
                    experiment.name() + " over seeds",
                    SEEDS,
                    queued.atOffset(ZoneOffset.UTC));
            row.executeUpdate();
        }
        return id;
    }
}
