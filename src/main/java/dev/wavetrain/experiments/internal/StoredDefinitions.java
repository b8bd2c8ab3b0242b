package dev.wavetrain.experiments.internal;

import dev.wavetrain.common.NotFound;
import dev.wavetrain.experiments.Definition;
import dev.wavetrain.experiments.DefinitionJson;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Definitions in the database: one text of canonical JSON a version. */
@Component
public class StoredDefinitions {

    private final VersionRows rows;
    private final JsonMapper json = new JsonMapper();

    StoredDefinitions(VersionRows rows) {
        this.rows = rows;
    }

    public void add(UUID experiment, int version, Definition definition, Instant now) {
        String text = json.writeValueAsString(DefinitionJson.write(definition));
        rows.save(new VersionEntity(experiment, version, text, now));
    }

    public Definition get(UUID experiment, int version) {
        return rows.findByExperimentIdAndVersion(experiment, version)
                .map(this::read)
                .orElseThrow(
                        () -> new NotFound("version " + version + " of experiment", experiment));
    }

    /** Whether any version is of a column of a data set. */
    public boolean anyNamesData(UUID experiment) {
        return rows.anyLike(experiment, "%\"dataset\":\"%");
    }

    /** The current definition of each experiment. */
    public Map<UUID, Definition> currentOf(Collection<UUID> experiments) {
        return rows.currentOf(experiments).stream()
                .collect(Collectors.toMap(VersionEntity::experimentId, this::read));
    }

    private Definition read(VersionEntity entity) {
        return DefinitionJson.read(json.readTree(entity.definition()));
    }
}
