package dev.wavetrain.sharing;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.ServerOwner;
import org.springframework.stereotype.Component;

/** The account in the server's own row. */
@Component
class StoredServerOwner implements ServerOwner {

    private final Accounts accounts;

    StoredServerOwner(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public boolean is(Caller caller) {
        return accounts.owns(caller.user());
    }
}
