package dev.wavetrain.sharing.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

/** The stored memberships. */
public interface MembershipRows extends ListCrudRepository<MembershipEntity, UUID> {

    List<MembershipEntity> findByAccountId(UUID accountId);

    List<MembershipEntity> findByProjectId(UUID projectId);

    List<MembershipEntity> findByProjectIdIn(Collection<UUID> projectIds);

    Optional<MembershipEntity> findByProjectIdAndAccountId(UUID projectId, UUID accountId);
}
