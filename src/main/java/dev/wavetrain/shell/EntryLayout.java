package dev.wavetrain.shell;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.wavetrain.shell.parts.Icon;

/** The frame of the pages before one is signed in: the mark, the look, one form. */
@AnonymousAllowed
public class EntryLayout extends Div implements RouterLayout {

    private final Main main = new Main();

    public EntryLayout() {
        Texts texts = Texts.current();
        addClassName("wt-entry");
        MenuBar menu = new MenuBar();
        menu.addThemeVariants(MenuBarVariant.TERTIARY);
        menu.getElement().setAttribute("aria-label", texts.get("user.menu"));
        MenuItem theme = menu.addItem(new Icon(Icon.Shape.SUN));
        theme.setAriaLabel(texts.get("appearance.theme"));
        AppearanceMenu.themes(theme.getSubMenu(), texts);
        MenuItem language = menu.addItem(new Icon(Icon.Shape.GLOBE));
        language.setAriaLabel(texts.get("appearance.language"));
        AppearanceMenu.languages(language.getSubMenu(), texts);
        Header head = new Header(new MainLayout.Brand(texts), menu);
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
