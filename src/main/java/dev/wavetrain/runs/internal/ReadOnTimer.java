package dev.wavetrain.runs.internal;

import dev.wavetrain.common.Clockwork;
import dev.wavetrain.common.OtherProcesses;
import dev.wavetrain.common.Role;
import dev.wavetrain.runs.RunSettings;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads, by the clock, what other processes may have told without being heard. */
@Component
class ReadOnTimer extends Clockwork {

    private static final Logger LOG = LoggerFactory.getLogger(ReadOnTimer.class);

    private final FeedAcross feed;
    private final WishesAcross wishes;
    private final OtherProcesses others;
    private final Role role;
    private final Duration every;

    ReadOnTimer(
            FeedAcross feed,
            WishesAcross wishes,
            OtherProcesses others,
            Role role,
            RunSettings settings) {
        super("read-on");
        this.feed = feed;
        this.wishes = wishes;
        this.others = others;
        this.role = role;
        this.every = settings.readOnEvery();
    }

    @Override
    protected void begin() {
        if (others.possible()) {
            repeat(this::look, Duration.ZERO, every);
        }
    }

    private void look() {
        try {
            if (role.trains()) {
                wishes.look();
            }
            if (role.serves()) {
                feed.readOn();
            }
        } catch (RuntimeException failed) {
            if (isRunning()) {
                LOG.warn("What other processes stored could not be read: trying again.", failed);
            }
        }
    }
}
