package dev.wavetrain.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.DefaultErrorHandler;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinRequest;
import dev.wavetrain.common.Causes;
import dev.wavetrain.common.DatabaseHealth;
import dev.wavetrain.common.DatabaseTrouble;
import dev.wavetrain.common.Forbidden;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.Seldom;
import dev.wavetrain.shell.parts.Toast;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A click that cannot be done gets a word instead of a fault: while the database is away, or after
 * what it is about was lost.
 */
final class PageTroubleHandler extends DefaultErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(PageTroubleHandler.class);

    private final DatabaseHealth health;
    private final Seldom seldom = new Seldom(Duration.ofMinutes(1));

    PageTroubleHandler(DatabaseHealth health) {
        this.health = health;
    }

    @Override
    public void error(ErrorEvent event) {
        if (UI.getCurrent() == null) {
            super.error(event);
        } else if (DatabaseTrouble.of(event.getThrowable()).isPresent()) {
            LOG.warn("a page met a database in trouble", event.getThrowable());
            // What nobody clicked on is tried again by itself, under the notice of all pages.
            if (VaadinRequest.getCurrent() != null || (!health.isAway() && seldom.now())) {
                Toast.fail(Texts.current().get("error.database.toast"));
            }
        } else if (!refused(event.getThrowable())) {
            super.error(event);
        }
    }

    private static boolean refused(Throwable thrown) {
        Texts texts = Texts.current();
        for (Throwable cause : Causes.of(thrown).toList()) {
            if (cause instanceof Forbidden forbidden) {
                Forbidden.Need need = forbidden.need();
                Toast.fail(
                        need == null
                                ? texts.get("forbidden.other")
                                : texts.nameOf("forbidden", need));
                return true;
            }
            if (cause instanceof NotFound) {
                Toast.fail(texts.get("error.gone.toast"));
                return true;
            }
        }
        return false;
    }
}
