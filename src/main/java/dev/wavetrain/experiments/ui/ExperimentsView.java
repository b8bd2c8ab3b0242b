package dev.wavetrain.experiments.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.common.Page;
import dev.wavetrain.experiments.ExperimentDetails;
import dev.wavetrain.experiments.ExperimentService;
import dev.wavetrain.experiments.Presets;
import dev.wavetrain.experiments.TrainingStart;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.PageHeader;
import dev.wavetrain.shell.parts.ViewOnly;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;

/** The caller's experiments, and the built-in ones to begin with. */
@StyleSheet("styles/experiments.css")
@Route("experiments")
@Menu(title = "nav.experiments", icon = "EXPERIMENTS", order = 1)
@PermitAll
class ExperimentsView extends Div implements HasDynamicTitle {

    private static final int PAGE = 20;

    private final Texts texts = Texts.current();
    private final CurrentCaller caller;
    private final ExperimentService experiments;
    private final TrainingStart training;
    private final PresetTraining presets;
    private final Clock clock;
    private final Section own = new Section();
    private final TrainOnce once = new TrainOnce();

    ExperimentsView(
            CurrentCaller caller,
            ExperimentService experiments,
            TrainingStart training,
            PresetTraining presets,
            ModelUploadPart upload,
            Clock clock) {
        this.caller = caller;
        this.experiments = experiments;
        this.training = training;
        this.presets = presets;
        this.clock = clock;
        addClassName("wt-page");
        Caller asking = caller.get();
        Button given = upload.button(asking, texts);
        Button create =
                new Button(
                        texts.get("experiments.new"),
                        new Icon(Icon.Shape.PLUS),
                        click -> UI.getCurrent().navigate("experiments/new"));
        add(
                new PageHeader(texts.get("nav.experiments"))
                        .lead(texts.get("experiments.lead"))
                        .actions(bin(), given, create),
                own);
        if (asking.mayChange(asking.workplace())) {
            add(gallery());
        } else {
            create.setVisible(false);
            given.setVisible(false);
            addComponentAtIndex(1, new ViewOnly(texts.get("access.viewOnly")));
        }
        list();
    }

    private Button bin() {
        Button bin = new Button(texts.get("bin.title"), new Icon(Icon.Shape.BIN));
        bin.addThemeVariants(ButtonVariant.TERTIARY);
        bin.addClickListener(click -> UI.getCurrent().navigate("bin"));
        return bin;
    }

    private Section gallery() {
        PresetGallery cards =
                new PresetGallery(
                        Presets.all(),
                        texts,
                        (preset, name) ->
                                once.train(() -> presets.train(caller.get(), preset, name)));
        Section gallery =
                new Section(
                        new H2(texts.get("presets.title")),
                        new Paragraph(texts.get("presets.lead")),
                        cards);
        gallery.addClassName("wt-exp-section");
        return gallery;
    }

    private void list() {
        Caller asking = caller.get();
        Page<ExperimentDetails> page = experiments.list(asking, asking.chosen(), 0, PAGE);
        own.removeAll();
        own.setVisible(page.total() > 0);
        own.addClassName("wt-exp-section");
        ExperimentList list =
                new ExperimentList(
                        texts, clock, one -> asking.mayChange(one.project()), this::train);
        list.add(page.items());
        own.add(new H2(texts.get("experiments.own")), list);
        more(list, 1, page.total());
    }

    /** Pages are appended as they are asked for, so that none is read in vain. */
    private void more(ExperimentList list, int next, long total) {
        if ((long) next * PAGE >= total) {
            return;
        }
        Button more = new Button(texts.get("experiments.more"));
        more.addClickListener(click -> {
            own.remove(more);
            Caller asking = caller.get();
            list.add(experiments.list(asking, asking.chosen(), next, PAGE).items());
            more(list, next + 1, total);
        });
        own.add(more);
    }

    private void train(ExperimentDetails experiment) {
        once.train(() ->
                training.start(
                        caller.get(), experiment.id(), experiment.definition().training().seed()));
    }

    @Override
    public String getPageTitle() {
        return texts.title("nav.experiments");
    }
}
