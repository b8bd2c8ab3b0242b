package dev.wavetrain.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** The frame of what a link shows: the mark and the look, and no way to anything else. */
@AnonymousAllowed
public class VisitorLayout extends Div implements RouterLayout {

    private final Main main = new Main();

    public VisitorLayout() {
        Texts texts = Texts.current();
        addClassName("wt-visitor");
        Span mark = new Span();
        mark.addClassName("wt-brand-mark");
        Span brand = new Span(mark, new Span("Wavetrain"));
        brand.addClassName("wt-brand");
        Span only = new Span(texts.get("visitor.only"));
        only.addClassName("wt-chip");
        Div left = new Div(brand, only);
        left.addClassName("wt-visitor-brand");
        Header head = new Header(left, AppearanceMenu.bar(texts));
        head.addClassName("wt-visitor-head");
        main.addClassName("wt-view");
        add(head, main);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.removeAll();
        main.getElement().appendChild(content.getElement());
    }
}
