package dev.wavetrain.runs.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The table {@code run_group}. */
interface GroupRows extends Repository<GroupEntity, UUID> {

    Optional<GroupEntity> findById(UUID id);

    @Query("select g from GroupEntity g where g.owner = :owner and g.requestKey = :key")
    Optional<GroupEntity> findByRequest(UUID owner, String key);

    @Query("select g from GroupEntity g where g.project = :project order by g.createdAt desc")
    List<GroupEntity> newest(UUID project, Limit limit);
}
