package dev.wavetrain.shell.parts;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a dialog holds while it is open, such as a file that came, and other threads work with:
 * whichever of them is the last ends it, once. So it neither outlives both, nor goes while it is
 * worked with.
 */
public final class Held<T> {

    private final Consumer<T> ending;
    private @Nullable T thing;
    private boolean working;
    private boolean left;

    /**
     * @param ending what becomes of it at the end
     */
    public Held(Consumer<T> ending) {
        this.ending = ending;
    }

    /**
     * Holds it in place of what was held, and begins to work with it. Where the dialog is gone, or
     * another is worked with, it is ended at once.
     *
     * @return whether it is held
     */
    public synchronized boolean take(T other) {
        if (left || working) {
            ending.accept(other);
            return false;
        }
        release();
        thing = other;
        working = true;
        return true;
    }

    /** To work with it until {@link #done}; null where there is none, or somebody does already. */
    public synchronized @Nullable T begin() {
        if (thing == null || working) {
            return null;
        }
        working = true;
        return thing;
    }

    /**
     * It is not worked with any more.
     *
     * @param stays whether the dialog still needs it
     */
    public synchronized void done(boolean stays) {
        working = false;
        if (left || !stays) {
            release();
        }
    }

    /** The dialog is gone. */
    public synchronized void leave() {
        left = true;
        if (!working) {
            release();
        }
    }

    /** Whether the dialog is gone. */
    public synchronized boolean isLeft() {
        return left;
    }

    private void release() {
        T before = thing;
        thing = null;
        if (before != null) {
            ending.accept(before);
        }
    }
}
