package dev.wavetrain.sharing.internal;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

/** The stored one-use addresses. */
public interface EntryLinkRows extends ListCrudRepository<EntryLinkEntity, UUID> {

    Optional<EntryLinkEntity> findByKeyHash(String keyHash);

    /** Of two who use one address at once, one waits and then finds it used. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select l from EntryLinkEntity l where l.keyHash = :hash")
    Optional<EntryLinkEntity> lock(String hash);

    @Query(
            "select l from EntryLinkEntity l where l.kind = :kind and l.usedAt is null"
                    + " and l.revokedAt is null and l.expiresAt > :now order by l.createdAt")
    List<EntryLinkEntity> open(EntryLinkEntity.Kind kind, Instant now);

    /** A newer address for an account's password ends the older ones. */
    @Modifying
    @Query(
            "update EntryLinkEntity l set l.revokedAt = :now where l.accountId = :account and"
                    + " l.usedAt is null and l.revokedAt is null")
    void revokeFor(UUID account, Instant now);
}
