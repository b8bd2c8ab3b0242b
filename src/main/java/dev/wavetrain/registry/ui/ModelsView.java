package dev.wavetrain.registry.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
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
import dev.wavetrain.common.ProjectNames;
import dev.wavetrain.registry.NamedModel;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.shell.parts.EmptyState;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.Isolated;
import dev.wavetrain.shell.parts.PageHeader;
import dev.wavetrain.shell.parts.RelativeTime;
import dev.wavetrain.shell.parts.SimpleTable;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The models that are served by name. */
@StyleSheet("styles/runs.css")
@StyleSheet("styles/team.css")
@StyleSheet("styles/models.css")
@Route("models")
@Menu(title = "nav.models", icon = "BOX", order = 1.7)
@PermitAll
class ModelsView extends Div implements HasDynamicTitle {

    private static final int PAGE = 50;

    private final Texts texts = Texts.current();
    private final CurrentCaller caller;
    private final RegistryServices services;

    ModelsView(CurrentCaller caller, RegistryServices services) {
        this.caller = caller;
        this.services = services;
        add(new PageHeader(texts.get("nav.models")).lead(texts.get("models.lead")));
        Page<NamedModel> first = page(0);
        add(first.total() == 0 ? empty() : list(first));
    }

    private Page<NamedModel> page(int number) {
        Caller asking = caller.get();
        return services.models().list(asking, asking.chosen(), number, PAGE);
    }

    private EmptyState empty() {
        Anchor runs = new Anchor("runs", texts.get("models.toRuns"));
        runs.getElement().setAttribute("router-link", true);
        runs.addClassName("wt-empty-link");
        return new EmptyState(
                Icon.Shape.BOX, texts.get("models.none"), texts.get("models.none.text"), runs);
    }

    private Card list(Page<NamedModel> first) {
        SimpleTable table =
                new SimpleTable(
                        texts.get("nav.models"),
                        List.of(
                                texts.get("field.name"),
                                texts.get("models.aliases"),
                                texts.get("models.latest"),
                                texts.get("models.network"),
                                texts.get("models.madeAt")));
        rows(table, first.items());
        Card card = new Card(table);
        more(card, table, 1, first.total());
        return card;
    }

    private void more(Card card, SimpleTable table, int next, long total) {
        if ((long) next * PAGE < total) {
            Button more = new Button(texts.get("experiments.more"));
            more.addClickListener(click -> {
                card.remove(more);
                rows(table, page(next).items());
                more(card, table, next + 1, total);
            });
            card.add(more);
        }
    }

    /** What projects are called is asked once for all rows. */
    private void rows(SimpleTable table, List<NamedModel> models) {
        List<ProjectNames.Named> projects = services.projects().of(caller.get());
        models.forEach(model -> row(table, model, projects));
    }

    private void row(SimpleTable table, NamedModel model, List<ProjectNames.Named> projects) {
        ModelWords words = new ModelWords(texts);
        Anchor name = new Anchor("models/" + model.id(), model.name());
        name.addClassName("wt-person-name");
        name.getElement().setAttribute("router-link", true);
        String project = ModelWords.project(model.project(), projects);
        Component named =
                project.isEmpty() ? name : ModelWords.lines(name, small(new Isolated(project)));
        Span latest = new Span(texts.get("models.version", model.latest().number()));
        latest.addClassName("wt-number");
        table.row(
                named,
                aliases(model),
                ModelWords.lines(latest, small(new Span(words.loss(model.latest().origin())))),
                new Span(words.network(model.latest().shape())),
                new RelativeTime(model.latest().madeAt(), services.clock()));
    }

    private Component aliases(NamedModel model) {
        Div all = new Div();
        all.addClassName("wt-model-aliases");
        if (model.aliases().isEmpty()) {
            all.add(ModelWords.muted("–"));
        }
        model.aliases()
                .forEach(alias -> {
                    Span number =
                            small(new Span(texts.get("models.version.short", alias.version())));
                    Span both = new Span(ModelWords.chip(alias.name()), number);
                    both.addClassName("wt-model-named");
                    all.add(both);
                });
        return all;
    }

    private static Span small(Span text) {
        text.addClassNames("wt-muted", "wt-model-small");
        return text;
    }

    @Override
    public String getPageTitle() {
        return texts.title("nav.models");
    }
}
