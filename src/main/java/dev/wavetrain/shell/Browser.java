package dev.wavetrain.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What is known of the browser behind a UI. */
final class Browser {

    private Browser() {}

    /** The browser's time zone; UTC where it has not said yet. */
    static ZoneId zoneOf(UI ui) {
        @Nullable ExtendedClientDetails details = ui.getInternals().getExtendedClientDetails();
        @Nullable String id = details == null ? null : details.getTimeZoneId();
        if (id == null || id.isEmpty()) {
            return ZoneOffset.UTC;
        }
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
