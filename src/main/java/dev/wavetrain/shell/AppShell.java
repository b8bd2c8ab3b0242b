package dev.wavetrain.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/**
 * The page around the application. Style sheets come from {@code META-INF/resources}, so that a
 * change of CSS needs no rebuilt bundle.
 */
@Push
@Viewport("width=device-width, initial-scale=1, viewport-fit=cover")
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles/tokens.css")
@StyleSheet("styles/frame.css")
@StyleSheet("styles/parts.css")
@StyleSheet("styles/chart.css")
@StyleSheet("styles/entry.css")
public class AppShell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addLink("icon", "images/wavetrain.svg");
        settings.addMetaTag("application-name", "Wavetrain");
        settings.addMetaTag("color-scheme", Appearance.theme(settings.getRequest()).css());
    }
}
