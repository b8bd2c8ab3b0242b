package dev.wavetrain.data.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.wavetrain.common.AddressId;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.common.DatasetId;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.data.Dataset;
import dev.wavetrain.data.Dataset.Use;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.Isolated;
import dev.wavetrain.shell.parts.KeyValues;
import dev.wavetrain.shell.parts.NamePrompt;
import dev.wavetrain.shell.parts.PageHeader;
import dev.wavetrain.shell.parts.Toast;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** One data set: its columns as lines and as facts, and what learns from them. */
@StyleSheet("styles/runs.css")
@StyleSheet("styles/team.css")
@StyleSheet("styles/data.css")
@Route("data/:id")
@PermitAll
class DatasetView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Texts texts = Texts.current();
    private final DataWords words = new DataWords(texts);
    private final CurrentCaller caller;
    private final DataServices services;
    private String title = "Wavetrain";

    DatasetView(CurrentCaller caller, DataServices services) {
        this.caller = caller;
        this.services = services;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(
                new DatasetId(
                        AddressId.of(
                                "data set", event.getRouteParameters().get("id").orElseThrow())));
    }

    private void show(DatasetId id) {
        Caller asking = caller.get();
        Dataset dataset = services.datasets().find(asking, id);
        if (dataset.deletedAt() != null) {
            throw new NotFound("data set", id);
        }
        List<Use> uses = services.datasets().uses(asking, id);
        title = dataset.name() + " · Wavetrain";
        removeAll();
        PageHeader header = new PageHeader(dataset.name()).lead(words.size(dataset));
        if (asking.mayChange(dataset.project())) {
            header.beside(rename(dataset));
        }
        if (asking.mayAdminister(dataset.project())) {
            header.actions(delete(dataset, uses));
        }
        if (asking.mayChange(dataset.project()) && !dataset.numbers().isEmpty()) {
            header.actions(learn(dataset));
        }
        add(header);
        if (!dataset.numbers().isEmpty()) {
            add(new ColumnChart(dataset, asking, services, texts));
        }
        add(new ColumnTable(dataset, texts), file(dataset), uses(uses));
    }

    private Button learn(Dataset dataset) {
        Button learn = new Button(texts.get("data.learn"), new Icon(Icon.Shape.PLUS));
        learn.addThemeVariants(ButtonVariant.PRIMARY);
        learn.addClickListener(click ->
                UI.getCurrent().getPage().setLocation("experiments/new?dataset=" + dataset.id()));
        return learn;
    }

    private Button rename(Dataset dataset) {
        Button rename = new Button(new Icon(Icon.Shape.EDIT));
        rename.addThemeVariants(ButtonVariant.TERTIARY);
        rename.setAriaLabel(texts.get("data.rename"));
        rename.setTooltipText(texts.get("data.rename"));
        rename.addClickListener(click ->
                new NamePrompt(
                                texts.get("data.rename"),
                                texts.get("field.name"),
                                dataset.name(),
                                texts.get("action.rename"),
                                texts,
                                name -> {
                                    var _ =
                                            services.datasets()
                                                    .rename(caller.get(), dataset.id(), name);
                                    show(dataset.id());
                                    UI.getCurrent().getPage().setTitle(title);
                                })
                        .open());
        return rename;
    }

    private Button delete(Dataset dataset, List<Use> uses) {
        Button delete = new Button(texts.get("data.delete"), new Icon(Icon.Shape.BIN));
        delete.addThemeVariants(ButtonVariant.TERTIARY);
        delete.addClickListener(click -> delete(dataset));
        if (!uses.isEmpty()) {
            delete.setTooltipText(texts.get("data.inUse"));
        }
        return delete;
    }

    /** Can be undone, so it is not asked about first. */
    private void delete(Dataset dataset) {
        try {
            services.datasets().delete(caller.get(), dataset.id());
        } catch (Conflict inUse) {
            Toast.fail(texts.get("data.inUse"));
            return;
        }
        UI.getCurrent().navigate("data");
        Toast.undoable(
                texts.get("data.deleted", dataset.name()),
                () -> {
                    var _ = services.datasets().restore(caller.get(), dataset.id());
                    UI.getCurrent().navigate("data/" + dataset.id());
                });
    }

    private Card file(Dataset dataset) {
        return new Card(
                texts.get("data.file"),
                new KeyValues()
                        .with(texts.get("data.file.name"), new Isolated(dataset.fileName()))
                        .with(texts.get("data.file.format"), words.format(dataset))
                        .with(texts.get("data.file.sha256"), dataset.sha256())
                        .with(texts.get("data.column.owner"), new Isolated(dataset.ownerName()))
                        .with(texts.get("data.column.added"), texts.exactly(dataset.createdAt())));
    }

    private Card uses(List<Use> uses) {
        Card card = new Card(texts.get("data.uses"));
        if (uses.isEmpty()) {
            Paragraph none = new Paragraph(texts.get("data.uses.none"));
            none.addClassName("wt-muted");
            card.add(none);
            return card;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("wt-data-uses");
        uses.forEach(use ->
                list.add(
                        new ListItem(
                                new Anchor(
                                        "experiments/" + use.experiment(),
                                        new Isolated(use.name())))));
        card.add(list);
        return card;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
