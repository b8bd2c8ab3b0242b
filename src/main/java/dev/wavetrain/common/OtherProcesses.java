package dev.wavetrain.common;

import java.util.function.Consumer;

/**
 * The other processes that use the same database. What they are told is short and may get lost, so
 * it is never the only way to learn of something: it only makes it quick.
 */
public interface OtherProcesses {

    /** Whether there can be any: an embedded database has only one user. */
    boolean possible();

    /**
     * Tells all of them soon, and not this one. Returns at once, whatever the database does; to be
     * called after the commit of what it is about.
     *
     * @param key of texts with the same topic and key that still wait, only the newest is told
     * @param text at most some thousand letters
     */
    void tell(String topic, String key, String text);

    /**
     * Calls a listener with what others tell on a topic, from now on. All are called on one thread:
     * they must be quick.
     */
    void hear(String topic, Consumer<String> listener);
}
