package dev.wavetrain.sharing.internal;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

/** The stored memberships. */
public interface MembershipRows extends ListCrudRepository<MembershipEntity, UUID> {

    List<MembershipEntity> findByAccountId(UUID accountId);
}
