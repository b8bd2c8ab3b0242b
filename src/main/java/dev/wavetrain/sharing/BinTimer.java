package dev.wavetrain.sharing;

import dev.wavetrain.common.BinSettings;
import dev.wavetrain.common.Clockwork;
import dev.wavetrain.common.Role;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Deletes for good, by the clock, what has been in the bin for long enough, and at once what
 * somebody deleted for good. Where several processes do it none waits for another: each row is
 * deleted once, whoever comes first.
 */
@Component
class BinTimer extends Clockwork {

    private static final Logger LOG = LoggerFactory.getLogger(BinTimer.class);

    private final Bin bin;
    private final Role role;
    private final Duration every;

    BinTimer(Bin bin, Role role, BinSettings settings) {
        super("bin");
        this.bin = bin;
        this.role = role;
        this.every = settings.lookEvery();
    }

    @Override
    protected void begin() {
        if (role.serves()) {
            repeat(this::look, every, every);
        }
    }

    @EventListener
    void emptied(Bin.Emptied event) {
        if (!thread().isShutdown()) {
            thread().execute(this::sweep);
        }
    }

    private void look() {
        try {
            bin.markDue();
        } catch (RuntimeException failed) {
            LOG.warn("What is due in the bin could not be marked: trying again.", failed);
        }
        sweep();
    }

    private void sweep() {
        try {
            while (isRunning() && bin.sweep()) {
                LOG.debug("Rows of what was deleted for good are gone");
            }
        } catch (RuntimeException failed) {
            if (isRunning()) {
                LOG.warn("What was deleted for good is not all gone yet: trying again.", failed);
            }
        }
    }
}
