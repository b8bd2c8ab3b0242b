package dev.wavetrain.experiments.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.ProjectNames;
import dev.wavetrain.experiments.DataColumns;
import dev.wavetrain.experiments.Definition;
import dev.wavetrain.experiments.ExperimentDetails;
import dev.wavetrain.experiments.ExperimentService;
import dev.wavetrain.experiments.Preset;
import dev.wavetrain.experiments.Presets;
import dev.wavetrain.sequence.Scaling;
import dev.wavetrain.sequence.SequenceDefinition;
import dev.wavetrain.sequence.Source;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Toast;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An experiment being edited: what is stored of it, and what is done with it. */
final class Editor extends Div {

    private final Caller caller;
    private final ExperimentService experiments;
    private final ExperimentSaving saving;
    private final TrainingStarts starts;
    private final EditorStart start;
    private final Texts texts;
    private final EditorHeader header;
    private final BannerPlace banner = new BannerPlace();
    private final CheckedForm form;
    private @Nullable ExperimentDetails base;

    /** What a viewer tries out here is theirs to leave. */
    private boolean allowed = true;

    private @Nullable Content clean;

    Editor(
            Caller caller,
            ExperimentService experiments,
            ExperimentSaving saving,
            TrainingStarts starts,
            Texts texts) {
        this.caller = caller;
        this.experiments = experiments;
        this.saving = saving;
        this.starts = starts;
        start = new EditorStart(caller, starts, texts);
        this.texts = texts;
        addClassName("wt-editor");
        form = new CheckedForm(texts, this::guard);
        header =
                new EditorHeader(
                        texts,
                        new EditorHeader.Actions(
                                this::save,
                                () -> stored(start::train),
                                () -> stored(start::repeat),
                                this::compare,
                                this::duplicate,
                                this::move,
                                this::archive,
                                this::guard));
        add(header, banner, form);
    }

    /** A new experiment starts as the easiest one that works, never empty. */
    void begin(@Nullable Preset preset) {
        Preset from = preset == null ? Presets.all().getFirst() : preset;
        String key = "preset." + from.key();
        header.show(
                texts.get(preset == null ? "editor.newName" : key + ".name"),
                preset == null ? "" : texts.get(key + ".summary"));
        allow(caller.workplace());
        form.show(from.definition());
        clean = content();
    }

    /** A new experiment that learns from a data set. */
    void beginWith(String dataset) {
        ProjectId project = caller.workplace();
        starts.data().tables(caller, project).stream()
                .filter(table -> table.id().equals(dataset) && !table.columns().isEmpty())
                .findFirst()
                .ifPresentOrElse(this::beginWith, () -> begin(null));
    }

    private void beginWith(DataColumns.Table table) {
        Definition usual = Presets.all().getFirst().definition();
        header.show(table.name(), "");
        allow(caller.workplace());
        form.show(
                new Definition(
                        new SequenceDefinition(
                                usual.sequence().task(),
                                new Source.Column(table.id(), table.columns().getFirst()),
                                null,
                                null,
                                usual.sequence().window(),
                                Scaling.STANDARD),
                        usual.network(),
                        usual.training()));
        clean = content();
    }

    void load(ExperimentDetails experiment) {
        base = experiment;
        header.show(experiment);
        allow(experiment.project());
        form.show(experiment.definition());
        clean = content();
        if (experiment.archived()) {
            banner.say(new EditorBanner.Archived(texts, this::unarchive));
        }
    }

    private void allow(ProjectId project) {
        allowed = caller.mayChange(project);
        header.allow(allowed, caller.mayAdminister(project));
        form.offer(starts.data().tables(caller, project), starts.data().in(project));
    }

    /** Whether what is edited may still be, so that nothing typed is lost without need. */
    boolean stillRight() {
        ExperimentDetails shown = base;
        try {
            ProjectId project =
                    shown == null
                            ? caller.workplace()
                            : experiments.find(caller, shown.id()).project();
            if (caller.mayChange(project) && (shown == null || project.equals(shown.project()))) {
                allow(project);
                return true;
            }
        } catch (NotFound gone) {
            // Below: there is nothing left to save it to.
        }
        clean = content();
        release();
        return false;
    }

    private void move() {
        ExperimentDetails experiment = base;
        if (experiment != null) {
            new MoveDialog(
                            caller,
                            experiment,
                            starts.projects().of(caller),
                            texts,
                            to -> moved(experiment, to))
                    .open();
        }
    }

    private void moved(ExperimentDetails experiment, ProjectNames.Named to) {
        ProjectId from = experiment.project();
        try {
            base = experiments.move(caller, experiment.id(), to.id());
        } catch (Conflict learnsFromData) {
            Toast.fail(texts.get("editor.move.data"));
            return;
        }
        allow(to.id());
        Toast.undoable(
                texts.get("editor.moved", experiment.name(), to.name()),
                () -> {
                    base = experiments.move(caller, experiment.id(), from);
                    allow(from);
                });
    }

    String title() {
        return base == null ? texts.title("editor.new") : base.name() + " · Wavetrain";
    }

    private Content content() {
        return new Content(header.name(), header.description(), form.toJson());
    }

    boolean isUnsaved() {
        return allowed && !content().equals(clean);
    }

    /** The browser too asks before it leaves the site with changes unsaved. */
    private void guard() {
        header.unsaved(isUnsaved() && base != null);
        BrowserGuard.set(this, isUnsaved());
    }

    void release() {
        BrowserGuard.set(this, false);
    }

    void save() {
        if (saved()) {
            Toast.say(texts.get("editor.saved"));
        }
    }

    /** Saves; whether what the editor holds is now stored. */
    boolean saved() {
        return saved(base);
    }

    private boolean saved(@Nullable ExperimentDetails onTopOf) {
        if (!form.isComplete()) {
            return false;
        }
        try {
            SaveResult result = saving.save(caller, onTopOf, content());
            if (result instanceof SaveResult.Saved(ExperimentDetails stored)) {
                stored(stored);
                return true;
            }
            if (result instanceof SaveResult.ChangedElsewhere(ExperimentDetails theirs)) {
                banner.say(elsewhere(theirs));
            }
        } catch (InvalidValue e) {
            header.show(e.errors());
            form.show(EditorHeader.without(e.errors()));
        } catch (Conflict _) {
            Toast.fail(texts.get("editor.archived.text"));
        }
        return false;
    }

    private EditorBanner elsewhere(ExperimentDetails theirs) {
        return new EditorBanner.ChangedElsewhere(
                texts,
                theirs,
                () -> told(saved(theirs), "editor.saved"),
                () -> told(saved(null), "editor.savedAsNew"));
    }

    private void told(boolean done, String key) {
        if (done) {
            Toast.say(texts.get(key));
        }
    }

    private void stored(ExperimentDetails experiment) {
        base = experiment;
        header.show(experiment);
        clean = content();
        banner.hush();
        guard();
        UI ui = UI.getCurrent();
        ui.getPage().getHistory().replaceState(null, "experiments/" + experiment.id());
        ui.getPage().setTitle(title());
    }

    /** Does something with the experiment once what the editor holds is stored. */
    private void stored(Consumer<ExperimentDetails> action) {
        if (start.isLeaving() || ((base == null || isUnsaved()) && !saved())) {
            return;
        }
        ExperimentDetails experiment = base;
        if (experiment != null) {
            action.accept(experiment);
        }
    }

    /** Its newest runs beside each other. */
    private void compare() {
        if (base != null) {
            UI.getCurrent()
                    .navigate("compare", QueryParameters.of("experiment", base.id().toString()));
        }
    }

    private void duplicate() {
        header.show(texts.get("editor.copyOf", header.name()), header.description());
        told(saved(null), "editor.duplicated");
    }

    private void archive() {
        ExperimentDetails experiment = base;
        if (experiment != null) {
            experiments.archive(caller, experiment.id());
            Toast.undoable(
                    texts.get("editor.archived", experiment.name()),
                    () -> {
                        experiments.unarchive(caller, experiment.id());
                        UI.getCurrent().navigate("experiments/" + experiment.id());
                    });
            UI.getCurrent().navigate("experiments");
        }
    }

    private void unarchive() {
        ExperimentDetails experiment = base;
        if (experiment != null) {
            experiments.unarchive(caller, experiment.id());
            banner.hush();
        }
    }
}
