package dev.wavetrain.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.DefaultErrorHandler;
import com.vaadin.flow.server.ErrorEvent;
import dev.wavetrain.common.DatabaseTrouble;
import dev.wavetrain.shell.parts.Toast;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A click while the database is away gets a word instead of a fault. */
final class DatabaseTroubleHandler extends DefaultErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseTroubleHandler.class);

    @Override
    public void error(ErrorEvent event) {
        if (UI.getCurrent() == null || DatabaseTrouble.of(event.getThrowable()).isEmpty()) {
            super.error(event);
            return;
        }
        LOG.warn("a page met a database in trouble", event.getThrowable());
        Toast.fail(Texts.current().get("error.database.toast"));
    }
}
