package dev.wavetrain.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.server.VaadinRequest;
import dev.wavetrain.shell.parts.Icon;
import java.util.Locale;

/** The choices of theme and language, the current one checked. */
final class AppearanceMenu {

    private AppearanceMenu() {}

    /** Both, for pages before one is signed in. */
    static MenuBar bar(Texts texts) {
        MenuBar menu = new MenuBar();
        menu.addThemeVariants(MenuBarVariant.TERTIARY);
        menu.getElement().setAttribute("aria-label", texts.get("user.menu"));
        MenuItem theme = menu.addItem(new Icon(Icon.Shape.SUN));
        theme.setAriaLabel(texts.get("appearance.theme"));
        themes(theme.getSubMenu(), texts);
        MenuItem language = menu.addItem(new Icon(Icon.Shape.GLOBE));
        language.setAriaLabel(texts.get("appearance.language"));
        languages(language.getSubMenu(), texts);
        return menu;
    }

    static void themes(SubMenu menu, Texts texts) {
        Appearance.Theme current = Appearance.theme(VaadinRequest.getCurrent());
        for (Appearance.Theme theme : Appearance.Theme.values()) {
            String key = "appearance." + theme.name().toLowerCase(Locale.ROOT);
            MenuItem item = menu.addItem(texts.get(key));
            item.setCheckable(true);
            item.setChecked(theme == current);
            item.addClickListener(click -> {
                menu.getItems().forEach(each -> each.setChecked(each == item));
                Appearance.choose(UI.getCurrent(), theme);
            });
        }
    }

    static void languages(SubMenu menu, Texts texts) {
        for (Locale language : TextBundles.LOCALES) {
            MenuItem item = menu.addItem(language.getDisplayLanguage(language));
            item.getElement().setAttribute("lang", language.toLanguageTag());
            item.setCheckable(true);
            item.setChecked(language.equals(texts.locale()));
            item.addClickListener(click -> Appearance.choose(UI.getCurrent(), language));
        }
    }
}
