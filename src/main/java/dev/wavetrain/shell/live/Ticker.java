package dev.wavetrain.shell.live;

import com.vaadin.flow.shared.Registration;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Speaks up at regular times, as a feed for {@link LiveUpdates}: for what no feed of this process
 * tells, such as how other processes are.
 */
public final class Ticker {

    private final Duration apart;
    private final Consumer<Boolean> listener;
    private final Timer timer;
    private volatile boolean stopped;

    private Ticker(Duration apart, Consumer<Boolean> listener, Timer timer) {
        this.apart = apart;
        this.listener = listener;
        this.timer = timer;
    }

    /** Calls a quick listener again and again, the first time after a while. */
    public static Registration every(Duration apart, Consumer<Boolean> listener) {
        return every(apart, listener, Timer.SYSTEM);
    }

    static Registration every(Duration apart, Consumer<Boolean> listener, Timer timer) {
        Ticker ticker = new Ticker(apart, listener, timer);
        ticker.plan();
        return () -> ticker.stopped = true;
    }

    private void plan() {
        timer.after(apart, this::tick);
    }

    private void tick() {
        if (!stopped) {
            listener.accept(true);
            plan();
        }
    }
}
