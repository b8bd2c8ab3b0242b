package dev.wavetrain.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.wavetrain.common.DatabaseTrouble;
import dev.wavetrain.shell.parts.Icon;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The frame of every view: navigation at the left, a drawer on a phone. A view appears there by its
 * {@code @Menu}, whose title is the key of a text and whose icon the name of an {@link Icon.Shape}.
 */
@Layout
@PermitAll
public class MainLayout extends AppLayout {

    private static final Logger LOG = LoggerFactory.getLogger(MainLayout.class);

    public MainLayout(AuthenticationContext authentication, List<DrawerPart> parts) {
        Texts texts = Texts.current();
        setPrimarySection(Section.DRAWER);
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(texts.get("nav.open"));
        addToNavbar(toggle, new Brand(texts));
        UserMenu user = new UserMenu(authentication, texts);
        Div foot = new Div(user);
        foot.addClassName("wt-drawer-foot");
        Div drawer = new Div(new Brand(texts));
        parts.forEach(part -> add(part, drawer, texts));
        drawer.add(navigation(texts), foot);
        drawer.addClassName("wt-drawer");
        addToDrawer(drawer);
        foot.add(new Shortcuts(texts));
    }

    /** A part that cannot be read now is left out: the page that says why has to open. */
    private static void add(DrawerPart part, Div drawer, Texts texts) {
        try {
            drawer.add(part.make(texts));
        } catch (RuntimeException failed) {
            if (DatabaseTrouble.of(failed).isEmpty()) {
                throw failed;
            }
            LOG.warn("the navigation misses a part", failed);
        }
    }

    private static SideNav navigation(Texts texts) {
        SideNav nav = new SideNav();
        nav.getElement().setAttribute("aria-label", texts.get("nav.label"));
        for (MenuEntry entry : MenuConfiguration.getMenuEntries()) {
            SideNavItem item = new SideNavItem(texts.get(entry.title()), entry.path());
            item.setMatchNested(!entry.path().isEmpty());
            item.setPrefixComponent(new Icon(Icon.Shape.valueOf(entry.icon())));
            nav.addItem(item);
        }
        return nav;
    }

    /** The mark and the name; leads home. */
    static final class Brand extends Anchor {

        Brand(Texts texts) {
            super("");
            addClassName("wt-brand");
            getElement().setAttribute("router-link", true);
            setAriaLabel(texts.get("nav.home"));
            Span mark = new Span();
            mark.addClassName("wt-brand-mark");
            add(mark, new Span("Wavetrain"));
        }
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        content.getElement().getClassList().add("wt-view");
        super.showRouterLayoutContent(content);
    }
}
