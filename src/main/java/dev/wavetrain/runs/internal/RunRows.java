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

    @Query(
            "select new dev.wavetrain.runs.internal.Standing(r.id, r.origin.project, r.state,"
                    + " r.progress.epoch, r.progress.checkpointEpoch) from RunEntity r where"
                    + " r.state in :states")
    List<Standing> standings(Collection<RunState> states);

    @Query(
            "select new dev.wavetrain.runs.internal.Standing(r.id, r.origin.project, r.state,"
                    + " r.progress.epoch, r.progress.checkpointEpoch) from RunEntity r where"
                    + " r.id in :ids")
    List<Standing> standingsOf(Collection<UUID> ids);

    /** Those of the given ones that their users want to stop. */
    @Query(
            "select new dev.wavetrain.runs.internal.Wish(r.id, r.wishes) from RunEntity r where"
                    + " r.id in :ids and (r.wishes.cancel = true or r.wishes.pause = true)")
    List<Wish> wishes(Collection<UUID> ids);

    long countByState(RunState state);

    @Query("select r from RunEntity r where r.state in :states order by r.queuedAt")
    List<RunEntity> inStates(List<RunState> states);
}
