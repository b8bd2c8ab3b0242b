package dev.wavetrain.sharing.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.wavetrain.common.BinSettings;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.sharing.Bin;
import dev.wavetrain.sharing.Bin.Kept;
import dev.wavetrain.sharing.ProjectBin;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.shell.parts.Confirm;
import dev.wavetrain.shell.parts.EmptyState;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.PageHeader;
import dev.wavetrain.shell.parts.Toast;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** What was deleted in the projects that the caller administers, and until when it is kept. */
@StyleSheet("styles/runs.css")
@StyleSheet("styles/team.css")
@Route("bin")
@PermitAll
class BinView extends Div implements HasDynamicTitle {

    private final Texts texts = Texts.current();
    private final Caller caller;
    private final Bin bin;
    private final ProjectBin projects;
    private final BinActions actions;
    private final Button empty;
    private final Div body = new Div();

    BinView(
            CurrentCaller caller,
            Bin bin,
            ProjectBin projects,
            BinActions.Services services,
            BinSettings settings) {
        this.caller = caller.get();
        this.bin = bin;
        this.projects = projects;
        this.actions = new BinActions(this.caller, services, texts, this::show);
        this.empty = new Button(texts.get("bin.empty"), new Icon(Icon.Shape.BIN));
        empty.addThemeVariants(ButtonVariant.ERROR);
        empty.addClickListener(click -> askToEmpty());
        body.addClassName("wt-bin");
        add(
                new PageHeader(texts.get("bin.title"))
                        .lead(texts.get("bin.lead", texts.duration(settings.keep())))
                        .actions(empty),
                body);
        show();
    }

    private void show() {
        List<Kept> whole = projects.list(caller);
        List<Kept> experiments = bin.experiments(caller, null);
        List<Kept> runs = bin.runs(caller, null);
        List<Kept> datasets = bin.datasets(caller, null);
        empty.setVisible(!experiments.isEmpty() || !runs.isEmpty() || !datasets.isEmpty());
        body.removeAll();
        card("bin.projects", whole, false);
        card("bin.experiments", experiments, true);
        card("bin.runs", runs, true);
        card("bin.datasets", datasets, true);
        if (body.getComponentCount() == 0) {
            body.add(
                    new EmptyState(
                            Icon.Shape.BIN,
                            texts.get("bin.none"),
                            texts.get("bin.none.text"),
                            new Button(
                                    texts.get("nav.runs"),
                                    click -> UI.getCurrent().navigate("runs"))));
        }
    }

    private void card(String title, List<Kept> kept, boolean inProjects) {
        if (kept.isEmpty()) {
            return;
        }
        Card card = new Card(texts.get(title), actions.table(texts.get(title), kept, inProjects));
        if (kept.size() == Bin.MOST_LISTED) {
            Paragraph more = new Paragraph(texts.get("bin.more", Bin.MOST_LISTED));
            more.addClassName("wt-muted");
            card.add(more);
        }
        body.add(card);
    }

    private void askToEmpty() {
        Confirm.ask(
                texts.get("bin.empty.title"),
                texts.get("bin.empty.text"),
                texts.get("bin.empty"),
                texts,
                this::empty);
    }

    private void empty() {
        int count = bin.empty(caller, null);
        show();
        Toast.say(texts.get("bin.emptied", count));
    }

    @Override
    public String getPageTitle() {
        return texts.title("bin.title");
    }
}
