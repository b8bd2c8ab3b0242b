package dev.wavetrain.sharing.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

/** The stored tokens. */
public interface TokenRows extends ListCrudRepository<TokenEntity, UUID> {

    Optional<TokenEntity> findByTokenHash(String tokenHash);

    List<TokenEntity> findByAccountIdOrderByCreatedAt(UUID accountId);

    long countByAccountId(UUID accountId);

    long deleteByAccountId(UUID accountId);

    long deleteByIdAndAccountId(UUID id, UUID accountId);

    @Modifying
    @Query("update TokenEntity t set t.lastUsedAt = :now where t.id = :id")
    void used(UUID id, Instant now);
}
