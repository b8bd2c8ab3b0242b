package dev.wavetrain.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.server.VaadinRequest;
import java.util.Locale;

/** The choices of theme and language, the current one checked. */
final class AppearanceMenu {

    private AppearanceMenu() {}

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
