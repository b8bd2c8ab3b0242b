package dev.wavetrain.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import dev.wavetrain.common.DatabaseHealth;
import dev.wavetrain.shell.live.LiveUpdates;
import dev.wavetrain.shell.parts.Icon;

/** Says in an open page, whichever it is, that the database is away, as long as it is. */
final class DatabaseNotice extends Notification {

    private DatabaseNotice(Texts texts) {
        Div line =
                new Div(new Icon(Icon.Shape.WARNING), new Span(texts.get("error.database.notice")));
        line.addClassName("wt-notice");
        add(line);
        setDuration(0);
        setPosition(Position.BOTTOM_CENTER);
        setAssertive(true);
        addClassName("wt-toast");
    }

    static void watch(UI ui, DatabaseHealth health) {
        DatabaseNotice notice = new DatabaseNotice(Texts.of(ui));
        LiveUpdates.<Boolean>of(ui, changed -> health.watch(changed)::run, notice::show);
        notice.show(health.isAway());
    }

    private void show(boolean isAway) {
        if (isAway) {
            open();
        } else {
            close();
        }
    }
}
