package dev.wavetrain.runs;

import dev.wavetrain.training.StopSignal;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Asks one run to stop. The first reason given is the one that counts. */
public final class StopFlag implements StopSignal, AutoCloseable {

    private final AtomicReference<@Nullable StopReason> reason = new AtomicReference<>();
    private final Runnable onClose;

    public StopFlag() {
        this(() -> {});
    }

    StopFlag(Runnable onClose) {
        this.onClose = onClose;
    }

    public void request(StopReason why) {
        reason.compareAndSet(null, why);
    }

    /** Null while nothing was asked. */
    public @Nullable StopReason reason() {
        return reason.get();
    }

    @Override
    public boolean stopRequested() {
        return reason.get() != null;
    }

    @Override
    public void close() {
        onClose.run();
    }
}
