package dev.wavetrain.registry.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.wavetrain.common.AddressId;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.RunId;
import dev.wavetrain.registry.ModelId;
import dev.wavetrain.registry.ModelVersion;
import dev.wavetrain.registry.NamedModel;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.shell.parts.Confirm;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.PageHeader;
import dev.wavetrain.shell.parts.Toast;
import dev.wavetrain.shell.parts.ViewOnly;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;

/** One named model: its versions, their aliases, and how it is asked. */
@StyleSheet("styles/experiments.css")
@StyleSheet("styles/runs.css")
@StyleSheet("styles/team.css")
@StyleSheet("styles/models.css")
@Route("models/:id")
@PermitAll
class ModelView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Texts texts = Texts.current();
    private final CurrentCaller caller;
    private final RegistryServices services;
    private String title = "Wavetrain";

    ModelView(CurrentCaller caller, RegistryServices services) {
        this.caller = caller;
        this.services = services;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(
                new ModelId(
                        AddressId.of("model", event.getRouteParameters().get("id").orElseThrow())));
    }

    private void show(ModelId id) {
        Caller asking = caller.get();
        NamedModel model = services.models().find(asking, id);
        List<ModelVersion> versions = services.models().versions(asking, id);
        title = model.name() + " · Wavetrain";
        removeAll();
        PageHeader header = new PageHeader(model.name()).lead(lead(asking, model));
        if (asking.mayAdminister(model.project())) {
            header.actions(delete(model));
        }
        add(header);
        if (!asking.mayChange(model.project())) {
            add(new ViewOnly(texts.get("models.viewOnly")));
        }
        AliasActions actions = new AliasActions(caller, services, texts, id, () -> again(id));
        Map<RunId, RunDetails> runs =
                services.runs()
                        .findAll(
                                asking,
                                versions.stream().map(v -> v.origin().run()).distinct().toList());
        add(
                new Card(
                        texts.get("models.versions"),
                        new VersionTable(asking, model, versions, runs, services, actions, texts)),
                new AskCard(model, versions, services.models().isAlone(asking, model), texts));
    }

    private String lead(Caller asking, NamedModel model) {
        String count = texts.get("models.count", model.versions());
        String project = ModelWords.project(model.project(), services.projects().of(asking));
        return project.isEmpty() ? count : count + " · " + project;
    }

    /** What somebody else has changed or taken away shows now. */
    private void again(ModelId id) {
        try {
            show(id);
        } catch (NotFound gone) {
            UI.getCurrent().navigate("models");
            Toast.fail(texts.get("models.gone"));
        }
    }

    private Button delete(NamedModel model) {
        Button delete = new Button(texts.get("models.delete"), new Icon(Icon.Shape.BIN));
        delete.addThemeVariants(ButtonVariant.TERTIARY);
        delete.addClickListener(click ->
                Confirm.ask(
                        texts.get("models.delete.title", model.name()),
                        texts.get("models.delete.text", model.versions()),
                        texts.get("models.delete"),
                        texts,
                        () -> delete(model.id(), model.name())));
        return delete;
    }

    private void delete(ModelId id, String name) {
        try {
            services.keeping().delete(caller.get(), id);
            Toast.say(texts.get("models.deleted", name));
        } catch (NotFound already) {
            Toast.say(texts.get("models.gone"));
        }
        UI.getCurrent().navigate("models");
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
