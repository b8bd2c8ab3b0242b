package dev.wavetrain.api;

import dev.wavetrain.common.AddressId;
import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.DatasetId;
import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.common.GroupId;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.common.UserId;
import dev.wavetrain.workers.NodeId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids from addresses, by what they name: see {@link AddressId}. */
final class Ids {

    private Ids() {}

    static ExperimentId experiment(String text) {
        return new ExperimentId(uuid("experiment", text));
    }

    static RunId run(String text) {
        return new RunId(uuid("run", text));
    }

    static GroupId group(String text) {
        return new GroupId(uuid("group", text));
    }

    static CheckpointId checkpoint(String text) {
        return new CheckpointId(uuid("checkpoint", text));
    }

    static ProjectId project(String text) {
        return new ProjectId(uuid("project", text));
    }

    /** Null for all that the caller sees. */
    static @Nullable ProjectId projectOrAll(@Nullable String text) {
        return text == null || text.isBlank() ? null : project(text.strip());
    }

    static DatasetId dataset(String text) {
        return new DatasetId(uuid("data set", text));
    }

    static UserId user(String text) {
        return new UserId(uuid("account", text));
    }

    static NodeId node(String text) {
        return new NodeId(uuid("worker", text));
    }

    static UUID uuid(String kind, String text) {
        return AddressId.of(kind, text);
    }
}
