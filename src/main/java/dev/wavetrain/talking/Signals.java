package dev.wavetrain.talking;

import dev.wavetrain.common.Followers;
import dev.wavetrain.common.OtherProcesses;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Tells open pages that there is something to read, whichever process stored it. What it is they
 * ask for themselves, so that nobody hears what they may not see.
 */
abstract class Signals {

    private final OtherProcesses others;
    private final String topic;
    private final Followers<UUID> followers = new Followers<>();

    Signals(OtherProcesses others, String topic) {
        this.others = others;
        this.topic = topic;
        others.hear(topic, text -> followers.tell(UUID.fromString(text)));
    }

    /** Whether another process may have told something that got lost. */
    public boolean mayMiss() {
        return others.possible();
    }

    /** The listener is called on the thread of whoever wrote: it must be quick. */
    final Runnable subscribe(UUID about, Consumer<Boolean> listener) {
        return followers.add(about, () -> listener.accept(true));
    }

    /** To be called after the commit of what there is to read. */
    final void publish(UUID about) {
        others.tell(topic, about.toString(), about.toString());
        followers.tell(about);
    }
}
