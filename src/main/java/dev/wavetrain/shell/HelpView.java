package dev.wavetrain.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.shell.parts.PageHeader;
import jakarta.annotation.security.PermitAll;

/** What warnings and baselines mean and what to do. Each topic has an address of its own. */
@Route("help")
@PermitAll
class HelpView extends Div implements HasDynamicTitle {

    private final Texts texts = Texts.current();

    HelpView() {
        addClassName("wt-help");
        PageHeader header = new PageHeader(texts.get("help.title"));
        header.lead(texts.get("help.lead"));
        Nav contents = new Nav();
        contents.addClassName("wt-help-contents");
        contents.getElement().setAttribute("aria-label", texts.get("help.contents"));
        add(header, contents);
        for (HelpTopic topic : HelpTopic.values()) {
            String title = texts.get("advice." + topic + ".title");
            contents.add(new Anchor(topic.address(), title));
            Card card =
                    new Card(
                            title,
                            new Paragraph(texts.get("advice." + topic + ".why")),
                            new Paragraph(texts.get("advice." + topic + ".do")));
            card.setId(topic.anchor());
            add(card);
        }
    }

    /** The browser looked for the part before it was there, and Flow scrolls to the top after. */
    @Override
    protected void onAttach(AttachEvent event) {
        getElement()
                .executeJs(
                        """
                        const ask = () => {
                          const asked = document.getElementById(location.hash.slice(1));
                          this.querySelectorAll('[data-asked]').forEach(
                              (each) => each.removeAttribute('data-asked'));
                          asked?.setAttribute('data-asked', '');
                          asked?.scrollIntoView({block: 'start'});
                        };
                        setTimeout(ask, 100);
                        this.addEventListener('click', () => setTimeout(ask, 100));
                        """);
    }

    @Override
    public String getPageTitle() {
        return texts.title("help.title");
    }
}
