package dev.wavetrain.runs;

/** Ends what was subscribed to when closed; closing again does nothing. */
public interface Subscription extends AutoCloseable {

    @Override
    void close();
}
