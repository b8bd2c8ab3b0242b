package dev.wavetrain.experiments.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.RunId;
import dev.wavetrain.experiments.Definition;
import dev.wavetrain.experiments.ExperimentDetails;
import dev.wavetrain.experiments.ExperimentService;
import dev.wavetrain.experiments.Preset;
import dev.wavetrain.experiments.Presets;
import dev.wavetrain.experiments.TrainingStart;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Toast;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Defines an experiment: the form, and beside it what the form comes to, as it is typed. */
@StyleSheet("styles/experiments.css")
@Route("experiments/new")
@RouteAlias("experiments/:id")
@PermitAll
class ExperimentEditorView extends Div
        implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private final Texts texts = Texts.current();
    private final CurrentCaller caller;
    private final ExperimentService experiments;
    private final ExperimentSaving saving;
    private final TrainingStart training;
    private final EditorHeader header;
    private final Div banner = new Div();
    private final DefinitionForm form;
    private final PreviewPane preview;
    private @Nullable ExperimentDetails base;
    private @Nullable Content clean;
    private boolean checking;

    ExperimentEditorView(
            CurrentCaller caller,
            ExperimentService experiments,
            ExperimentSaving saving,
            TrainingStart training) {
        this.caller = caller;
        this.experiments = experiments;
        this.saving = saving;
        this.training = training;
        addClassNames("wt-page", "wt-editor");
        header =
                new EditorHeader(
                        texts,
                        new EditorHeader.Actions(
                                this::save,
                                this::train,
                                this::duplicate,
                                this::archive,
                                this::changed));
        form = new DefinitionForm(texts, this::changed);
        preview = new PreviewPane(texts);
        Div columns = new Div(form, preview);
        columns.addClassName("wt-exp-columns");
        banner.setVisible(false);
        add(header, banner, columns);
        Shortcuts.addShortcutListener(this, this::save, Key.KEY_S, KeyModifier.CONTROL);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("id").orElse(null);
        if (id == null) {
            String key =
                    event.getLocation()
                            .getQueryParameters()
                            .getSingleParameter("preset")
                            .orElse("");
            begin(Presets.find(key).orElse(null));
        } else {
            load(experiments.find(caller.get(), new ExperimentId(uuid(id))));
        }
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException _) {
            throw new NotFound("experiment", id);
        }
    }

    /** A new experiment starts as the easiest one that works, never empty. */
    private void begin(@Nullable Preset preset) {
        Preset from = preset == null ? Presets.all().getFirst() : preset;
        String key = "preset." + from.key();
        header.show(
                texts.get(preset == null ? "editor.newName" : key + ".name"),
                preset == null ? "" : texts.get(key + ".summary"));
        form.show(from.definition());
        clean = content();
        changed();
    }

    private void load(ExperimentDetails experiment) {
        base = experiment;
        header.show(experiment);
        form.show(experiment.definition());
        clean = content();
        changed();
        if (experiment.archived()) {
            showBanner(new EditorBanner.Archived(texts, this::unarchive));
        }
    }

    private Content content() {
        return new Content(header.name(), header.description(), form.toJson());
    }

    /** Several fields may change in one round trip: all are checked once, at its end. */
    private void changed() {
        if (!checking) {
            checking = true;
            getElement()
                    .getNode()
                    .runWhenAttached(ui -> ui.beforeClientResponse(this, context -> check()));
        }
    }

    private void check() {
        checking = false;
        Content now = content();
        switch (DefinitionDraft.of(now.definition(), form.empty())) {
            case DefinitionDraft.Valid(Definition definition, var checked) -> {
                form.show(List.of());
                preview.show(definition, checked);
            }
            case DefinitionDraft.Invalid(List<FieldError> errors) -> {
                form.show(errors);
                preview.stale();
            }
        }
        guard(!now.equals(clean));
    }

    /** The browser too asks before it leaves the site with changes unsaved. */
    private void guard(boolean unsaved) {
        header.unsaved(unsaved && base != null);
        getElement()
                .executeJs(
                        "window.onbeforeunload = $0 ? (e => { e.preventDefault(); }) : null",
                        unsaved);
    }

    private void save() {
        if (trySave(base)) {
            Toast.say(texts.get("editor.saved"));
        }
    }

    /** Whether what the editor holds is now stored. */
    private boolean trySave(@Nullable ExperimentDetails onTopOf) {
        Content content = content();
        if (!form.empty().isEmpty()) {
            form.show(List.of());
            form.focusFirstProblem();
            return false;
        }
        try {
            return switch (saving.save(caller.get(), onTopOf, content)) {
                case SaveResult.Saved(ExperimentDetails stored) -> {
                    stored(stored);
                    yield true;
                }
                case SaveResult.ChangedElsewhere(ExperimentDetails theirs) -> {
                    showBanner(
                            new EditorBanner.ChangedElsewhere(
                                    texts, theirs, () -> saveOver(theirs), this::saveAsNew));
                    yield false;
                }
            };
        } catch (InvalidValue e) {
            header.show(e.errors());
            form.show(EditorHeader.without(e.errors()));
            form.focusFirstProblem();
        } catch (Conflict e) {
            Toast.fail(texts.get("editor.archived.text"));
        }
        return false;
    }

    private void saveOver(ExperimentDetails theirs) {
        if (trySave(theirs)) {
            Toast.say(texts.get("editor.saved"));
        }
    }

    private void saveAsNew() {
        if (trySave(null)) {
            Toast.say(texts.get("editor.savedAsNew"));
        }
    }

    private void stored(ExperimentDetails experiment) {
        base = experiment;
        clean = content();
        hideBanner();
        header.show(experiment);
        guard(false);
        UI.getCurrent().getPage().getHistory().replaceState(null, "experiments/" + experiment.id());
        UI.getCurrent().getPage().setTitle(getPageTitle());
    }

    private void train() {
        ExperimentDetails stored = base;
        if ((stored == null || !content().equals(clean)) && !trySave(base)) {
            return;
        }
        ExperimentDetails experiment = base;
        if (experiment != null) {
            RunId run =
                    training.start(
                            caller.get(),
                            experiment.id(),
                            experiment.definition().training().seed());
            UI.getCurrent().navigate("runs/" + run);
        }
    }

    private void duplicate() {
        header.show(texts.get("editor.copyOf", header.name()), header.description());
        if (trySave(null)) {
            Toast.say(texts.get("editor.duplicated"));
        }
    }

    private void archive() {
        ExperimentDetails experiment = base;
        if (experiment != null) {
            experiments.archive(caller.get(), experiment.id());
            clean = content();
            Toast.undoable(
                    texts.get("editor.archived", experiment.name()),
                    () -> {
                        experiments.unarchive(caller.get(), experiment.id());
                        UI.getCurrent().navigate("experiments/" + experiment.id());
                    });
            UI.getCurrent().navigate("experiments");
        }
    }

    private void unarchive() {
        ExperimentDetails experiment = base;
        if (experiment != null) {
            experiments.unarchive(caller.get(), experiment.id());
            hideBanner();
        }
    }

    private void showBanner(EditorBanner content) {
        banner.removeAll();
        banner.add(content);
        banner.setVisible(true);
        content.scrollIntoView();
    }

    private void hideBanner() {
        banner.removeAll();
        banner.setVisible(false);
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (content().equals(clean)) {
            guard(false);
            return;
        }
        BeforeLeaveEvent.ContinueNavigationAction leave = event.postpone();
        new LeaveDialog(
                        texts,
                        () -> {
                            if (trySave(base)) {
                                leave.proceed();
                            }
                        },
                        () -> {
                            guard(false);
                            leave.proceed();
                        },
                        leave::cancel)
                .open();
    }

    @Override
    public String getPageTitle() {
        ExperimentDetails experiment = base;
        return experiment == null ? texts.title("editor.new") : experiment.name() + " · Wavetrain";
    }
}
