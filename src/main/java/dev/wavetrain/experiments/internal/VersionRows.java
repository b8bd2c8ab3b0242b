package dev.wavetrain.experiments.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

/** The stored versions. */
public interface VersionRows extends ListCrudRepository<VersionEntity, UUID> {

    Optional<VersionEntity> findByExperimentIdAndVersion(UUID experimentId, int version);

    @Query(
            "select count(v) > 0 from VersionEntity v"
                    + " where v.experimentId = :experiment and v.definition like :pattern")
    boolean anyLike(UUID experiment, String pattern);

    /** The current version of each experiment. */
    @Query(
            "select v from VersionEntity v join ExperimentEntity e"
                    + " on e.id = v.experimentId and e.version = v.version where e.id in :ids")
    List<VersionEntity> currentOf(Collection<UUID> ids);
}
