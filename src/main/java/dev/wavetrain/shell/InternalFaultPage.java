package dev.wavetrain.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.wavetrain.common.DatabaseHealth;
import dev.wavetrain.common.DatabaseTrouble;
import dev.wavetrain.shell.live.LiveUpdates;
import dev.wavetrain.shell.live.Ticker;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A fault of ours: its stack trace goes to the log, under a number that the page shows. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class InternalFaultPage extends FaultPage implements HasErrorParameter<Exception> {

    private static final Logger LOG = LoggerFactory.getLogger(InternalFaultPage.class);

    /** Keys of invitations and links, which are longer than ids: they are not for the log. */
    private static final Pattern SECRET = Pattern.compile("[\\w-]{40,}");

    private static final Duration LOOK_EVERY = Duration.ofSeconds(3);

    private final DatabaseHealth health;

    InternalFaultPage(DatabaseHealth health) {
        this.health = health;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        if (DatabaseTrouble.of(parameter.getException()).isPresent()) {
            LOG.warn("a page met a database in trouble", parameter.getException());
            show("database");
            LiveUpdates.<Boolean>of(
                    this, listener -> Ticker.every(LOOK_EVERY, listener), tick -> look());
            return 503;
        }
        String number = Integer.toString(ThreadLocalRandom.current().nextInt(100_000, 1_000_000));
        LOG.error(
                "fault {} at {}",
                number,
                SECRET.matcher(event.getLocation().getPath()).replaceAll("…"),
                parameter.getException());
        show("internal", number);
        return 500;
    }

    /** What was asked for is there once the database is back. */
    private void look() {
        if (!health.isAway()) {
            UI.getCurrent().getPage().reload();
        }
    }
}
