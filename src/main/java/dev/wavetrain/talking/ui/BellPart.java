package dev.wavetrain.talking.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.sharing.Sessions;
import dev.wavetrain.shell.DrawerPart;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.talking.NoticeFeed;
import dev.wavetrain.talking.Notices;
import java.time.Clock;
import org.springframework.core.annotation.Order;

/** Puts the bell above the navigation, below what says which project it is about. */
@org.springframework.stereotype.Component
@Order
record BellPart(
        CurrentCaller caller, Sessions sessions, Notices notices, NoticeFeed feed, Clock clock)
        implements DrawerPart {

    @Override
    public Component make(Texts texts) {
        return stands() ? new Bell(caller.get(), this, texts) : new Div();
    }

    /** Whether somebody is signed in, and not signed out meanwhile. */
    boolean stands() {
        return sessions.current().filter(sessions::stand).isPresent();
    }
}
