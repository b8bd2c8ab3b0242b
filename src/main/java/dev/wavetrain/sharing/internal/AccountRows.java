package dev.wavetrain.sharing.internal;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

/** The stored accounts. */
public interface AccountRows extends ListCrudRepository<AccountEntity, UUID> {

    Optional<AccountEntity> findByNameKey(String nameKey);

    List<AccountEntity> findAllByOrderByNameKey();

    /** Two changes of one account are made one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from AccountEntity a where a.id = :id")
    Optional<AccountEntity> lock(UUID id);

    @Modifying
    @Query("update AccountEntity a set a.lastSeenAt = :now where a.id = :id")
    void seen(UUID id, Instant now);

    @Modifying
    @Query("update AccountEntity a set a.accessVersion = a.accessVersion + 1 where a.id in :ids")
    void accessChanged(Collection<UUID> ids);
}
