package dev.wavetrain.sharing.internal;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

/** The stored projects. */
public interface ProjectRows extends ListCrudRepository<ProjectEntity, UUID> {

    Optional<ProjectEntity> findByPersonalOf(UUID account);
}
