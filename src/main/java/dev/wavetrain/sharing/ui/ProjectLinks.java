package dev.wavetrain.sharing.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.sharing.ShareLinks.LinkDetails;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.shell.parts.Toast;
import java.util.List;

/** All that is shared of a project, for its admins. */
final class ProjectLinks extends Card {

    private final Caller caller;
    private final ProjectId project;
    private final LinkServices services;
    private final Texts texts;
    private final LinkTable table;
    private final Div place = new Div();

    ProjectLinks(Caller caller, ProjectId project, LinkServices services, Texts texts) {
        super(texts.get("links.project.title"));
        this.caller = caller;
        this.project = project;
        this.services = services;
        this.texts = texts;
        table = new LinkTable(true, services.clock(), texts, this::revoke);
        add(place);
        show();
    }

    private void show() {
        List<LinkDetails> links = services.links().in(caller, project);
        place.removeAll();
        if (links.isEmpty()) {
            Paragraph none = new Paragraph(texts.get("links.none"));
            none.addClassName("wt-muted");
            place.add(none);
        } else {
            table.show(links);
            place.add(table);
        }
    }

    private void revoke(LinkDetails link) {
        try {
            services.links().revoke(caller, link.id());
            Toast.say(texts.get("links.revoked"));
        } catch (NotFound already) {
            Toast.say(texts.get("links.gone"));
        }
        show();
    }
}
