package dev.wavetrain.talking;

import dev.wavetrain.common.OtherProcesses;
import dev.wavetrain.common.UserId;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Says that somebody is told something, or has read it. */
@Component
public class NoticeFeed extends Signals {

    NoticeFeed(OtherProcesses others) {
        super(others, "notices");
    }

    /**
     * @param listener quick: it is called on the thread that stored it
     * @return ends it
     */
    public Runnable subscribe(UserId user, Consumer<Boolean> listener) {
        return subscribe(user.value(), listener);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void changed(NoticesChanged change) {
        change.accounts().forEach(this::publish);
    }
}
