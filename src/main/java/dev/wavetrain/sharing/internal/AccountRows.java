package dev.wavetrain.sharing.internal;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

/** The stored accounts. */
public interface AccountRows extends ListCrudRepository<AccountEntity, UUID> {

    Optional<AccountEntity> findByNameKey(String nameKey);
}
