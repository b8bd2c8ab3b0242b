package dev.wavetrain.experiments.internal;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

/** The stored experiments; each question names the projects that are seen. */
public interface ExperimentRows extends ListCrudRepository<ExperimentEntity, UUID> {

    Optional<ExperimentEntity> findByIdAndProjectIdIn(UUID id, Collection<UUID> projects);

    boolean existsByIdAndProjectIdIn(UUID id, Collection<UUID> projects);

    /** Keeps others from changing the row until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select e from ExperimentEntity e where e.id = :id and e.projectId in :projects")
    Optional<ExperimentEntity> lock(UUID id, Collection<UUID> projects);

    Page<ExperimentEntity> findByProjectIdInAndArchivedFalse(
            Collection<UUID> projects, Pageable page);
}
