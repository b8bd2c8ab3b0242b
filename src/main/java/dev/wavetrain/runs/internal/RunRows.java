package dev.wavetrain.runs.internal;

import dev.wavetrain.runs.RunState;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The table {@code run}. */
interface RunRows extends Repository<RunEntity, UUID> {

    Optional<RunEntity> findById(UUID id);

    List<RunEntity> findByIdIn(Collection<UUID> ids);

    /** With its row locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from RunEntity r where r.id = :id")
    Optional<RunEntity> lock(UUID id);

    @Query("select r from RunEntity r where r.origin.owner = :owner and r.origin.requestKey = :key")
    Optional<RunEntity> findByRequest(UUID owner, String key);

    @Query(
            "select r from RunEntity r where r.origin.group = :group and r.deletedAt is null"
                    + " order by r.origin.seed")
    List<RunEntity> inGroup(UUID group);

    @Query("select r from RunEntity r where r.parent.run = :run order by r.queuedAt, r.id")
    List<RunEntity> childrenOf(UUID run);

    long countByState(RunState state);

    @Query("select r from RunEntity r where r.state in :states order by r.queuedAt")
    List<RunEntity> inStates(List<RunState> states);
}
