package dev.wavetrain.registry;

import dev.wavetrain.common.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A model that is served by name, without its versions' weights.
 *
 * @param name unique within its project
 * @param versions how many there are
 * @param latest the newest of them
 * @param aliases by name
 */
public record NamedModel(
        ModelId id,
        ProjectId project,
        String name,
        String madeBy,
        Instant madeAt,
        int versions,
        ModelVersion latest,
        List<Alias> aliases) {

    /**
     * A name for one of the versions.
     *
     * @param version the number of the one it names now
     */
    public record Alias(String name, int version, String movedBy, Instant movedAt) {}

    public NamedModel {
        aliases = List.copyOf(aliases);
    }

    /** The alias of this name, where there is one. */
    public Optional<Alias> alias(String wanted) {
        return aliases.stream().filter(alias -> alias.name().equals(wanted)).findFirst();
    }
}
