package dev.wavetrain.sharing;

import dev.wavetrain.common.UserId;
import dev.wavetrain.sharing.internal.AccountRows;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Notes that accounts may do something else from now on, in the transaction that makes it so: here
 * at once, and for other processes in the database.
 */
@Component
class AccessChanges {

    private final AccountRows accounts;
    private final ApplicationEventPublisher events;

    AccessChanges(AccountRows accounts, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.events = events;
    }

    void of(UserId user) {
        of(List.of(user.value()));
    }

    void of(Collection<UUID> users) {
        accounts.accessChanged(users);
        told(users);
    }

    /** The accounts' rows count the change themselves. */
    void told(Collection<UUID> users) {
        events.publishEvent(new AccessChanged(users.stream().map(UserId::new).toList()));
    }
}
