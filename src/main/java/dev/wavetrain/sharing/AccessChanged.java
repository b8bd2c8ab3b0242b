package dev.wavetrain.sharing;

import dev.wavetrain.common.UserId;
import java.util.List;

/** What these accounts may do has changed. */
record AccessChanged(List<UserId> users) {

    AccessChanged {
        users = List.copyOf(users);
    }
}
