package dev.wavetrain.shell;

/**
 * A view that knows whether a change of its account's access concerns it. Other views are made anew
 * at each such change.
 */
public interface Guarded {

    /**
     * Called in the page's lock. A view that answers false is made anew, and so shows what is there
     * now, or that there is nothing: it has let go of what would hold that up.
     */
    boolean stillRight();
}
