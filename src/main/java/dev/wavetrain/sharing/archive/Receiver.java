package dev.wavetrain.sharing.archive;

import dev.wavetrain.checkpoints.CheckpointStore;
import dev.wavetrain.checkpoints.NewCheckpoint;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.common.Shortened;
import dev.wavetrain.experiments.DataColumns;
import dev.wavetrain.experiments.Definition;
import dev.wavetrain.model.Checksums;
import dev.wavetrain.model.Network;
import dev.wavetrain.model.SavedModel;
import dev.wavetrain.sequence.SequenceDefinition;
import dev.wavetrain.sharing.BadArchive;
import dev.wavetrain.sharing.BadArchive.Reason;
import dev.wavetrain.sharing.Projects;
import dev.wavetrain.sharing.archive.ImportRows.Row;
import dev.wavetrain.training.Label;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes the parts of one archive in their order and writes them under ids of their own. */
final class Receiver {

    static final int MOST_WEIGHTS_BYTES = 256 << 20;
    private static final int MOST_COMMENT = 10_000;
    private static final int MOST_VERSIONS = 100_000;

    /** A run that was read, as far as what follows has to fit it. */
    private record Arrived(
            UUID id, int epoch, SequenceDefinition sequence, Network network, Set<String> taken) {}

    /** A checkpoint whose weights have not come yet. */
    private record Awaited(Arrived run, Line line, Set<Label> labels, int size) {}

    private final ImportRows rows;
    private final CheckpointStore checkpoints;
    private final Caller owner;
    private final Function<String, ProjectId> maker;
    private final Instant now;
    private final NewIds ids = new NewIds();
    private final DataReceiver data;
    private final ModelReceiver models;
    private final LabReceiver lab;
    private final Definitions definitions;
    private final Map<UUID, Integer> experiments = new HashMap<>();
    private final Set<String> versions = new HashSet<>();
    private final Map<UUID, String> groups = new HashMap<>();
    private final Map<UUID, Arrived> runs = new HashMap<>();
    private final Set<UUID> withoutEpochs = new HashSet<>();
    private final Map<UUID, Awaited> withoutWeights = new HashMap<>();
    private @Nullable ProjectId project;

    Receiver(
            ImportRows rows,
            Transfers transfers,
            DataColumns columns,
            Caller owner,
            Function<String, ProjectId> maker,
            Instant now) {
        this.rows = rows;
        this.checkpoints = transfers.checkpoints();
        this.owner = owner;
        this.maker = maker;
        this.now = now;
        data = new DataReceiver(transfers.data(), owner, ids);
        models = new ModelReceiver(transfers.models(), owner, ids);
        lab = new LabReceiver(transfers.lab(), owner, ids, this::learnedFrom);
        definitions = new Definitions(ids, data::has, () -> columns.in(madeProject()));
    }

    void project(Line line) {
        if (project != null) {
            throw new BadArchive(Reason.TWICE, Entries.PROJECT);
        }
        project = maker.apply(line.line("name", Projects.LONGEST_NAME));
    }

    void dataset(Line line) {
        data.dataset(line, madeProject());
    }

    /** What takes the rest of data sets. */
    DataReceiver data() {
        return data;
    }

    void model(Line line) {
        models.model(line, madeProject());
    }

    /** What takes the rest of named models. */
    ModelReceiver models() {
        return models;
    }

    /** What takes results of the lab. */
    LabReceiver lab() {
        return lab;
    }

    private @Nullable SequenceDefinition learnedFrom(UUID run) {
        Arrived arrived = runs.get(run);
        return arrived == null ? null : arrived.sequence();
    }

    void experiment(Line line) {
        UUID id = line.id("id");
        int version = line.number("version", 1, MOST_VERSIONS);
        once(experiments.put(id, version), line);
        boolean archived = line.flag("archived");
        rows.insert(
                "experiment",
                new Row()
                        .with("id", ids.of(id))
                        .with("project_id", made())
                        .with("created_by", owner.user().value())
                        .with("name", line.line("name", 200))
                        .with("description", line.text("description", 4_000))
                        .with("version", version)
                        .with("lock_version", 0L)
                        .with("archived", archived)
                        .with("archived_at", archived ? now : null)
                        .with("created_at", line.time("created_at"))
                        .with("updated_at", line.time("updated_at")));
    }

    void version(Line line) {
        UUID experiment = known(experiments, "experiment_id", line);
        int version = line.number("version", 1, there(experiments, experiment));
        if (!versions.add(experiment + " " + version)) {
            line.wrong("version");
        }
        rows.insert(
                "experiment_version",
                new Row()
                        .with("id", UUID.randomUUID())
                        .with("experiment_id", ids.of(experiment))
                        .with("version", version)
                        .with("definition", definitions.canonical(line))
                        .with("created_at", line.time("created_at")));
    }

    void group(Line line) {
        UUID id = line.id("id");
        once(groups.put(id, ofVersion(line)), line);
        rows.insert(
                "run_group",
                new Row()
                        .with("id", ids.of(id))
                        .with("project_id", made())
                        .with("experiment_id", ids.of(line.id("experiment_id")))
                        .with("experiment_version", line.number("experiment_version", 1, 100_000))
                        .with("owner_id", owner.user().value())
                        .with("owner_name", owner.name())
                        .with("name", line.line("name", 200))
                        .with("seeds", line.number("seeds", 1, 1_000))
                        .with("created_at", line.time("created_at")));
    }

    void run(Line line) {
        UUID id = line.id("id");
        String version = ofVersion(line);
        UUID group = line.idOrNull("group_id");
        if (group != null && !version.equals(groups.get(group))) {
            line.wrong("group_id");
        }
        String text = definitions.canonical(line);
        Definition definition = definitions.of(text);
        Row row =
                RunLine.row(line, definition, ids, now)
                        .with("id", ids.of(id))
                        .with("project_id", made())
                        .with("experiment_id", ids.of(line.id("experiment_id")))
                        .with("experiment_version", line.number("experiment_version", 1, 100_000))
                        .with("group_id", group == null ? null : ids.of(group))
                        .with("owner_id", owner.user().value())
                        .with("owner_name", owner.name())
                        .with("definition", text);
        int epoch = line.number("epoch", 0, definition.training().epochs());
        Network network =
                Network.of(
                        definition.network(),
                        definition.sequence().task(),
                        definition.sequence().window());
        Arrived arrived =
                new Arrived(ids.of(id), epoch, definition.sequence(), network, new HashSet<>());
        once(runs.put(id, arrived), line);
        if (epoch > 0) {
            withoutEpochs.add(id);
        }
        rows.insert("run", row);
    }

    void checkpoint(Line line) {
        UUID id = line.id("id");
        Arrived run = there(runs, known(runs, "run_id", line));
        int epoch = line.number("epoch", Math.min(1, run.epoch()), Math.max(1, run.epoch()));
        Set<Label> labels = EnumSet.noneOf(Label.class);
        label(line, "best", Label.BEST, labels);
        label(line, "periodic", Label.PERIODIC, labels);
        label(line, "last", Label.LAST, labels);
        boolean fits = run.taken().add("epoch " + epoch) && !labels.isEmpty();
        // At most one of a run is its best, and one its last.
        fits &= !labels.contains(Label.BEST) || run.taken().add("best");
        fits &= !labels.contains(Label.LAST) || run.taken().add("last");
        if (!fits) {
            line.wrong("epoch");
        }
        int size = line.number("size", 1, MOST_WEIGHTS_BYTES);
        once(withoutWeights.put(id, new Awaited(run, line, labels, size)), line);
    }

    private static void label(Line line, String field, Label label, Set<Label> labels) {
        if (line.flag(field)) {
            labels.add(label);
        }
    }

    /** Of the importer, as the author has no account here; the text begins with the author. */
    void comment(Line line) {
        Arrived run = there(runs, known(runs, "run_id", line));
        String author = line.line("author", 64);
        String text = line.text("text", MOST_COMMENT);
        String said = author.equals(owner.name()) ? text : author + ":\n\n" + text;
        rows.insert(
                "run_comment",
                new Row()
                        .with("id", UUID.randomUUID())
                        .with("run_id", run.id())
                        .with("author_id", owner.user().value())
                        .with("text", Shortened.beginning(said, MOST_COMMENT))
                        .with("created_at", line.time("created_at"))
                        .with("edited_at", line.timeOrNull("edited_at")));
    }

    void epochs(String name, InputStream content) throws IOException {
        UUID id = Entries.id(name);
        if (!withoutEpochs.remove(id)) {
            throw new BadArchive(Reason.UNKNOWN_ENTRY, name);
        }
        Arrived run = there(runs, id);
        Epochs.read(name, content, run.id(), run.epoch(), rows::insertEpochs);
        rows.closeBlocks(run.id(), run.epoch());
    }

    void weights(String name, InputStream content) throws IOException {
        UUID id = Entries.id(name);
        Awaited awaited = withoutWeights.remove(id);
        if (awaited == null) {
            throw new BadArchive(Reason.UNKNOWN_ENTRY, name);
        }
        byte[] file = content.readNBytes(awaited.size() + 1);
        Line line = awaited.line();
        String sha256 = Checksums.bytes(file);
        if (file.length != awaited.size() || !sha256.equals(line.text("sha256", 64))) {
            throw new BadArchive(Reason.CHECKSUM, name);
        }
        SavedModel model = Weights.read(name, file, awaited.run().network()::equals);
        String parameters = Checksums.parameters(model.parameters());
        if (!parameters.equals(line.text("parameters_sha256", 64))) {
            throw new BadArchive(Reason.CHECKSUM, name);
        }
        checkpoints.adopt(
                new CheckpointId(ids.of(id)),
                new RunId(awaited.run().id()),
                new NewCheckpoint(
                        line.number("epoch", 0, Integer.MAX_VALUE),
                        line.realThere("loss"),
                        line.real("val_loss"),
                        awaited.labels(),
                        file,
                        sha256,
                        parameters),
                line.time("created_at"));
    }

    /** That nothing is missing. */
    ProjectId end() {
        data.end();
        for (Map.Entry<UUID, Integer> experiment : experiments.entrySet()) {
            for (int version = 1; version <= experiment.getValue(); version++) {
                if (!versions.contains(experiment.getKey() + " " + version)) {
                    throw new BadArchive(Reason.MISSING, Entries.VERSIONS + " " + version);
                }
            }
        }
        if (!withoutEpochs.isEmpty()) {
            UUID run = withoutEpochs.iterator().next();
            throw new BadArchive(Reason.MISSING, Entries.epochs(run));
        }
        if (!withoutWeights.isEmpty()) {
            UUID checkpoint = withoutWeights.keySet().iterator().next();
            throw new BadArchive(Reason.MISSING, Entries.weights(checkpoint));
        }
        models.end();
        lab.end();
        return madeProject();
    }

    private String ofVersion(Line line) {
        String version =
                line.id("experiment_id") + " " + line.number("experiment_version", 1, 100_000);
        return versions.contains(version) ? version : line.wrong("experiment_version");
    }

    private UUID made() {
        return madeProject().value();
    }

    private ProjectId madeProject() {
        if (project == null) {
            throw new BadArchive(Reason.MISSING, Entries.PROJECT);
        }
        return project;
    }

    private static void once(@Nullable Object before, Line line) {
        if (before != null) {
            line.wrong("id");
        }
    }

    private static UUID known(Map<UUID, ?> all, String field, Line line) {
        UUID id = line.id(field);
        return all.containsKey(id) ? id : line.wrong(field);
    }

    private static <T> T there(Map<UUID, T> all, UUID id) {
        return java.util.Objects.requireNonNull(all.get(id));
    }
}
