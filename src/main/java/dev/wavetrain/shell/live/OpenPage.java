package dev.wavetrain.shell.live;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;

/** Pages, as other threads see them that work for them. */
public final class OpenPage {

    private OpenPage() {}

    /** Changes a page from another thread; where it was closed meanwhile, nobody is left to see. */
    public static void tell(UI ui, Command what) {
        try {
            ui.access(what);
        } catch (UIDetachedException closed) {
            // Its closing was not awaited, and neither is what it was to show.
        }
    }
}
