package dev.wavetrain.data.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.common.Page;
import dev.wavetrain.data.Dataset;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.shell.parts.EmptyState;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.Isolated;
import dev.wavetrain.shell.parts.PageHeader;
import dev.wavetrain.shell.parts.RelativeTime;
import dev.wavetrain.shell.parts.SimpleTable;
import dev.wavetrain.shell.parts.ViewOnly;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The tables that people brought to learn from. */
@StyleSheet("styles/runs.css")
@StyleSheet("styles/team.css")
@StyleSheet("styles/data.css")
@Route("data")
@Menu(title = "nav.data", icon = "TABLE", order = 1.5)
@PermitAll
class DataView extends Div implements HasDynamicTitle {

    private static final int PAGE = 50;

    private final Texts texts = Texts.current();
    private final CurrentCaller caller;
    private final DataServices services;
    private final boolean allowed;

    DataView(CurrentCaller caller, DataServices services) {
        this.caller = caller;
        this.services = services;
        Caller asking = caller.get();
        allowed = asking.mayChange(asking.workplace());
        PageHeader header = new PageHeader(texts.get("nav.data")).lead(texts.get("data.lead"));
        add(header);
        Page<Dataset> first = page(0);
        if (!allowed) {
            add(new ViewOnly(texts.get("access.viewOnly")));
        }
        if (first.total() == 0) {
            add(empty());
        } else {
            if (allowed) {
                header.actions(upload());
            }
            add(list(first));
        }
    }

    private Page<Dataset> page(int number) {
        Caller asking = caller.get();
        return services.datasets().list(asking, asking.chosen(), number, PAGE);
    }

    private EmptyState empty() {
        return new EmptyState(
                Icon.Shape.TABLE,
                texts.get("data.none"),
                texts.get("data.none.text"),
                allowed ? new Component[] {upload()} : new Component[0]);
    }

    private Button upload() {
        Button upload = new Button(texts.get("data.upload"), new Icon(Icon.Shape.UPLOAD));
        upload.addThemeVariants(ButtonVariant.PRIMARY);
        upload.addClassName("wt-data-upload");
        upload.addClickListener(click -> new UploadDialog(caller.get(), services, texts).open());
        return upload;
    }

    private Card list(Page<Dataset> first) {
        SimpleTable table =
                new SimpleTable(
                        texts.get("nav.data"),
                        List.of(
                                texts.get("field.name"),
                                texts.get("data.column.size"),
                                texts.get("data.column.owner"),
                                texts.get("data.column.added")));
        first.items().forEach(dataset -> row(table, dataset));
        Card card = new Card(table);
        more(card, table, 1, first.total());
        return card;
    }

    private void more(Card card, SimpleTable table, int next, long total) {
        if ((long) next * PAGE < total) {
            Button more = new Button(texts.get("experiments.more"));
            more.addClickListener(click -> {
                card.remove(more);
                page(next).items().forEach(dataset -> row(table, dataset));
                more(card, table, next + 1, total);
            });
            card.add(more);
        }
    }

    private void row(SimpleTable table, Dataset dataset) {
        Anchor name = new Anchor("data/" + dataset.id(), new Isolated(dataset.name()));
        name.addClassName("wt-person-name");
        Span size = new Span(new DataWords(texts).size(dataset));
        size.addClassName("wt-number");
        table.row(
                name,
                size,
                new Isolated(dataset.ownerName()),
                new RelativeTime(dataset.createdAt(), services.clock()));
    }

    @Override
    public String getPageTitle() {
        return texts.title("nav.data");
    }
}
