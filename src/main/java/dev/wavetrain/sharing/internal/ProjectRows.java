package dev.wavetrain.sharing.internal;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

/** The stored projects. */
public interface ProjectRows extends ListCrudRepository<ProjectEntity, UUID> {

    Optional<ProjectEntity> findByPersonalOf(UUID account);

    /** Two changes of one project's members are made one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from ProjectEntity p where p.id = :id")
    Optional<ProjectEntity> lock(UUID id);
}
