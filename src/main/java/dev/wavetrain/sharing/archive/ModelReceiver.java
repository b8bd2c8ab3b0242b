package dev.wavetrain.sharing.archive;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.model.Checksums;
import dev.wavetrain.model.Head;
import dev.wavetrain.model.Network;
import dev.wavetrain.registry.ModelId;
import dev.wavetrain.registry.ModelTransfer;
import dev.wavetrain.registry.ModelVersion;
import dev.wavetrain.registry.Promotion;
import dev.wavetrain.registry.Promotions;
import dev.wavetrain.runs.Annotations;
import dev.wavetrain.sequence.Task;
import dev.wavetrain.sharing.BadArchive;
import dev.wavetrain.sharing.BadArchive.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Takes the named models of an archive. Where a version came from is only said: its run and its
 * checkpoint may be gone, and it has weights of its own.
 */
final class ModelReceiver {

    private static final int LAST_VERSION = 1_000_000;

    /** A model, as far as what follows has to fit it. */
    private record Arrived(
            ModelId id, int last, Map<Integer, UUID> versions, Set<String> aliases) {}

    /** A version whose weights have not come yet. */
    private record Awaited(Arrived model, Line line, int number, int size) {}

    private final ModelTransfer transfer;
    private final Caller owner;
    private final NewIds ids;
    private final Map<UUID, Arrived> models = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Map<UUID, Awaited> withoutWeights = new HashMap<>();

    ModelReceiver(ModelTransfer transfer, Caller owner, NewIds ids) {
        this.transfer = transfer;
        this.owner = owner;
        this.ids = ids;
    }

    void model(Line line, ProjectId project) {
        UUID id = line.id("id");
        String name = line.text("name", 100);
        int last = line.number("last_version", 1, LAST_VERSION);
        ModelId made = new ModelId(ids.of(id));
        if (!names.add(name)
                || models.put(id, new Arrived(made, last, new HashMap<>(), new HashSet<>()))
                        != null) {
            line.wrong("name");
        }
        line.held(
                "name",
                () -> transfer.keep(made, project, name, last, owner, line.time("made_at")));
    }

    void version(Line line) {
        UUID id = line.id("id");
        Arrived model = model(line);
        int number = line.number("version", 1, model.last());
        int size = line.number("size", 1, Receiver.MOST_WEIGHTS_BYTES);
        boolean again = model.versions().put(number, ids.of(id)) != null;
        if (again || model.versions().size() > Promotions.MOST_VERSIONS) {
            line.wrong("version");
        }
        if (withoutWeights.put(id, new Awaited(model, line, number, size)) != null) {
            line.wrong("id");
        }
    }

    void weights(String name, InputStream content) throws IOException {
        UUID id = Entries.id(name);
        Awaited awaited = withoutWeights.remove(id);
        if (awaited == null) {
            throw new BadArchive(Reason.UNKNOWN_ENTRY, name);
        }
        Line line = awaited.line();
        byte[] file = content.readNBytes(awaited.size() + 1);
        String sha256 = Checksums.bytes(file);
        if (file.length != awaited.size() || !sha256.equals(line.text("sha256", 64))) {
            throw new BadArchive(Reason.CHECKSUM, name);
        }
        Task task = line.choiceThere("task", Task.class);
        Network net = Weights.read(name, file, found -> found.head() == Head.of(task)).network();
        ModelVersion version =
                new ModelVersion(
                        ids.of(id),
                        awaited.number(),
                        origin(line),
                        new ModelVersion.Shape(
                                task, net.window(), net.inputs(), net.cell(), net.units()),
                        file.length,
                        sha256,
                        line.text("note", Promotion.LONGEST_NOTE),
                        owner.name(),
                        line.time("made_at"),
                        List.of());
        transfer.keep(awaited.model().id(), version, owner, file);
    }

    private ModelVersion.Origin origin(Line line) {
        return new ModelVersion.Origin(
                new RunId(ids.of(line.id("run_id"))),
                line.line("run_name", Annotations.LONGEST_NAME),
                new CheckpointId(ids.of(line.id("checkpoint_id"))),
                line.number("epoch", 0, Integer.MAX_VALUE),
                line.realThere("loss"),
                line.real("val_loss"));
    }

    /** After all weights: an alias refers to the version that they are of. */
    void alias(Line line) {
        allWeights();
        Arrived model = model(line);
        String alias = line.text("alias", 100);
        UUID version = model.versions().get(line.number("version", 1, model.last()));
        if (version == null
                || !model.aliases().add(alias)
                || model.aliases().size() > Promotion.MOST_ALIASES) {
            line.wrong("alias");
            return;
        }
        line.held(
                "alias",
                () -> transfer.keep(model.id(), alias, version, owner, line.time("moved_at")));
    }

    private Arrived model(Line line) {
        Arrived model = models.get(line.id("model_id"));
        return model == null ? line.wrong("model_id") : model;
    }

    private void allWeights() {
        if (!withoutWeights.isEmpty()) {
            UUID version = withoutWeights.keySet().iterator().next();
            throw new BadArchive(Reason.MISSING, Entries.modelWeights(version));
        }
    }

    /** That nothing is missing. */
    void end() {
        allWeights();
        if (models.values().stream().anyMatch(model -> model.versions().isEmpty())) {
            throw new BadArchive(Reason.MISSING, Entries.MODEL_VERSIONS);
        }
    }
}
