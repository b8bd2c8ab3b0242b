package dev.wavetrain.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.wavetrain.shell.parts.Icon;

/** Who is signed in; below it theme, language, shortcuts and the way out. */
class UserMenu extends MenuBar {

    UserMenu(AuthenticationContext authentication, Texts texts) {
        addClassName("wt-user-menu");
        addThemeVariants(MenuBarVariant.TERTIARY);
        getElement().setAttribute("aria-label", texts.get("user.menu"));
        String name = authentication.getPrincipalName().orElse("");
        Span who = new Span(name);
        who.addClassName("wt-user-name");
        MenuItem root = addItem(new Span(new Icon(Icon.Shape.USER), who));
        root.setAriaLabel(name.isEmpty() ? texts.get("user.menu") : name);
        SubMenu menu = root.getSubMenu();
        if (authentication.isAuthenticated()) {
            entry(menu, Icon.Shape.KEY, texts.get("user.account"))
                    .addClickListener(click -> UI.getCurrent().navigate("account"));
            menu.addSeparator();
        }
        AppearanceMenu.themes(
                entry(menu, Icon.Shape.SUN, texts.get("appearance.theme")).getSubMenu(), texts);
        AppearanceMenu.languages(
                entry(menu, Icon.Shape.GLOBE, texts.get("appearance.language")).getSubMenu(),
                texts);
        entry(menu, Icon.Shape.KEYBOARD, texts.get("shortcuts.title"))
                .addClickListener(click -> Shortcuts.show(texts));
        if (authentication.isAuthenticated()) {
            menu.addSeparator();
            entry(menu, Icon.Shape.SIGN_OUT, texts.get("user.signOut"))
                    .addClickListener(click -> authentication.logout());
        }
    }

    private static MenuItem entry(SubMenu menu, Icon.Shape shape, String text) {
        Span line = new Span(new Icon(shape), new Span(text));
        line.addClassName("wt-menu-line");
        return menu.addItem(line);
    }
}
