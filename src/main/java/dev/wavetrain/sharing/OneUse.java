package dev.wavetrain.sharing;

import dev.wavetrain.common.NotFound;
import dev.wavetrain.sharing.internal.EntryLinkEntity;
import dev.wavetrain.sharing.internal.EntryLinkRows;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks up one-use addresses by their keys. */
@Component
class OneUse {

    private final EntryLinkRows links;
    private final Clock clock;

    OneUse(EntryLinkRows links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    /** Empty where it is unknown, used, revoked or past its time: the four are not told apart. */
    Optional<EntryLinkEntity> find(EntryLinkEntity.Kind kind, String key) {
        return links.findByKeyHash(Secret.hash(key))
                .filter(link -> link.opens(kind, clock.instant()));
    }

    /**
     * Uses it up, with the transaction of whoever calls.
     *
     * @throws NotFound as of {@link #find}
     */
    EntryLinkEntity use(EntryLinkEntity.Kind kind, String key) {
        EntryLinkEntity link =
                links.lock(Secret.hash(key))
                        .filter(found -> found.opens(kind, clock.instant()))
                        .orElseThrow(() -> new NotFound("open link", "…"));
        link.use(clock.instant());
        return link;
    }
}
