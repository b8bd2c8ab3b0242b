package dev.wavetrain.talking;

import java.util.List;
import java.util.UUID;

/** These accounts have something new to read, or have read it. Told within the transaction. */
record NoticesChanged(List<UUID> accounts) {

    NoticesChanged {
        accounts = List.copyOf(accounts);
    }
}
