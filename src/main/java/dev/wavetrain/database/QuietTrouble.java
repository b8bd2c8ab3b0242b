package dev.wavetrain.database;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import dev.wavetrain.common.Causes;
import dev.wavetrain.common.DatabaseTrouble;
import dev.wavetrain.common.Seldom;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * While the database is away everybody who needs it fails again and again, ours and the libraries'
 * alike. The log says so once a minute in one line, instead of all their stack traces.
 */
@Component
class QuietTrouble extends TurboFilter {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(QuietTrouble.class);

    private final Seldom seldom = new Seldom(Duration.ofMinutes(1));

    /** Not before: why a start failed is told by others. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logs) {
            logs.getTurboFilterList().removeIf(QuietTrouble.class::isInstance);
            logs.addTurboFilter(this);
            start();
        }
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] arguments,
            @Nullable Throwable thrown) {
        Throwable failed = thrown == null ? last(arguments) : thrown;
        DatabaseTrouble trouble = failed == null ? null : DatabaseTrouble.of(failed).orElse(null);
        if (failed == null || trouble == null) {
            return FilterReply.NEUTRAL;
        }
        if (level.isGreaterOrEqual(Level.WARN) && seldom.now()) {
            String root =
                    Causes.of(failed).reduce((_, deeper) -> deeper).orElseThrow().getMessage();
            LOG.warn("{} ({})", trouble.words(), root);
        }
        return FilterReply.DENY;
    }

    private static @Nullable Throwable last(Object @Nullable [] arguments) {
        return arguments != null
                        && arguments.length > 0
                        && arguments[arguments.length - 1] instanceof Throwable failed
                ? failed
                : null;
    }
}
