package dev.wavetrain.common;

/** Who is asking in the current request or view. */
@FunctionalInterface
public interface CurrentCaller {

    /**
     * @throws IllegalStateException where nobody is signed in: views and REST are behind sign-in,
     *     so this is a bug
     */
    Caller get();
}
