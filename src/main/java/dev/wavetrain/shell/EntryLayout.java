package dev.wavetrain.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** The frame of the pages before one is signed in: the mark, the look, one form. */
@AnonymousAllowed
public class EntryLayout extends Div implements RouterLayout {

    private final Main main = new Main();

    public EntryLayout() {
        Texts texts = Texts.current();
        addClassName("wt-entry");
        Header head = new Header(new MainLayout.Brand(texts), AppearanceMenu.bar(texts));
        head.addClassName("wt-entry-head");
        Div waves = new Div();
        waves.addClassName("wt-entry-waves");
        waves.getElement().setAttribute("aria-hidden", "true");
        waves.getElement().setProperty("innerHTML", Waves.svg());
        add(waves, head, main);
    }

    @Override
    public void showRouterLayoutContent(com.vaadin.flow.component.HasElement content) {
        main.removeAll();
        main.getElement().appendChild(content.getElement());
    }
}
