package dev.wavetrain.talking;

import dev.wavetrain.common.OtherProcesses;
import dev.wavetrain.common.RunId;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Says that something was said about a run, or taken back. */
@Component
public class CommentFeed extends Signals {

    CommentFeed(OtherProcesses others) {
        super(others, "comments");
    }

    /**
     * @param listener quick: it is called on the thread of whoever wrote
     * @return ends it
     */
    public Runnable subscribe(RunId run, Consumer<Boolean> listener) {
        return subscribe(run.value(), listener);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void changed(CommentsChanged change) {
        publish(change.run().value());
    }
}
