package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.slider.IntegerSlider;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.wavetrain.checkpoints.CheckpointDetails;
import dev.wavetrain.checkpoints.EvaluationRequest;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.sequence.SequenceDefinition;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.chart.Film;
import dev.wavetrain.training.Label;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which checkpoint is tried, and how. */
final class ForecastControls extends Div {

    private static final int SLIDE_MILLIS = 120;
    private static final int TYPE_MILLIS = 350;

    private final Texts texts;
    private final Runnable asked;
    private final Select<CheckpointDetails> checkpoint = new Select<>();
    private final IntegerSlider epochs = new IntegerSlider(0, 1);
    private final Select<ForecastPlan.Mode> mode = new Select<>();
    private final TextField start;
    private final TextField steps;
    private final TextField starts;
    private final Div film = new Div();
    private List<CheckpointDetails> kept = List.of();
    private String wanted = "";
    private boolean usual;

    /** Whether somebody chose a checkpoint; else the best one is followed as it changes. */
    private boolean chosen;

    /** Whether a film moves the slider, rather than somebody. */
    private boolean playing;

    ForecastControls(SequenceDefinition sequence, Texts texts, Runnable asked) {
        this.texts = texts;
        this.asked = asked;
        addClassName("wt-forecast-controls");
        ForecastPlan plan = ForecastPlan.of(sequence);
        start = field("start", plan.start());
        steps = field("steps", plan.steps());
        starts = field("starts", plan.starts());
        mode.setLabel(texts.get("forecast.mode"));
        mode.setItems(ForecastPlan.modes(sequence.task()));
        mode.setItemLabelGenerator(value -> texts.nameOf("forecast.mode", value));
        mode.setValue(plan.mode());
        mode.addValueChangeListener(change -> {
            follow();
            asked.run();
        });
        checkpoints();
        film.addClassName("wt-film");
        film.add(epochs);
        add(checkpoint, mode, start, steps, starts, film);
        follow();
    }

    private void checkpoints() {
        checkpoint.setLabel(texts.get("forecast.checkpoint"));
        checkpoint.setItemLabelGenerator(this::name);
        checkpoint.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                take(change.getValue());
            }
        });
        epochs.setAriaLabel(texts.get("forecast.slider"));
        epochs.setTooltipText(texts.get("forecast.slider"));
        epochs.addClassName("wt-forecast-slider");
        epochs.setValueChangeMode(ValueChangeMode.LAZY);
        epochs.setValueChangeTimeout(SLIDE_MILLIS);
        epochs.addValueChangeListener(change -> {
            if (change.isFromClient() && !playing && change.getValue() < kept.size()) {
                take(kept.get(change.getValue()));
            }
        });
    }

    private TextField field(String name, String value) {
        TextField field = new TextField(texts.get("forecast." + name));
        field.setValue(value);
        field.addClassName("wt-number");
        field.setManualValidation(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(TYPE_MILLIS);
        field.addValueChangeListener(change -> asked.run());
        return field;
    }

    /** Leaves the choice of the checkpoint: visitors ask the usual question alone. */
    void onlyTheUsual() {
        usual = true;
        mode.setVisible(false);
        follow();
    }

    private void follow() {
        start.setVisible(!usual && mode.getValue() == ForecastPlan.Mode.FREE_RUN);
        steps.setVisible(!usual && mode.getValue() == ForecastPlan.Mode.FREE_RUN);
        starts.setVisible(!usual && mode.getValue() == ForecastPlan.Mode.DECODE);
    }

    private String name(CheckpointDetails one) {
        String epoch = texts.get("forecast.epoch", one.epoch());
        return one.labels().contains(Label.BEST)
                ? epoch + " · " + texts.nameOf("label", Label.BEST)
                : epoch;
    }

    private void take(CheckpointDetails one) {
        chosen = true;
        select(one);
        asked.run();
    }

    private void select(CheckpointDetails one) {
        checkpoint.setValue(one);
        epochs.setValue(kept.indexOf(one));
    }

    /** Which checkpoint to begin with, by its id; empty for the best. */
    void choose(String id) {
        wanted = id;
        chosen = !id.isEmpty();
    }

    /**
     * Offers the checkpoints there are, by epoch.
     *
     * @return whether another one is now chosen
     */
    boolean offer(List<CheckpointDetails> all) {
        @Nullable CheckpointDetails before = checkpoint.getValue();
        kept = all;
        checkpoint.setItems(all);
        epochs.setMax(Math.max(1, all.size() - 1));
        film.setVisible(all.size() > 1);
        CheckpointDetails now = pick(before);
        select(now);
        return before == null || !before.id().equals(now.id());
    }

    private CheckpointDetails pick(@Nullable CheckpointDetails before) {
        if (chosen) {
            String id = before == null ? wanted : before.id().toString();
            Optional<CheckpointDetails> same =
                    kept.stream().filter(one -> one.id().toString().equals(id)).findFirst();
            if (same.isPresent()) {
                return same.get();
            }
        }
        return kept.stream()
                .filter(one -> one.labels().contains(Label.BEST))
                .reduce((first, last) -> last)
                .orElse(kept.getLast());
    }

    /** Puts the film's button before the slider. */
    void with(Film player) {
        film.addComponentAsFirst(player);
    }

    IntegerSlider slider() {
        return epochs;
    }

    List<CheckpointDetails> kept() {
        return kept;
    }

    /** Where a film starts: at the checkpoint somebody chose, else at the first. */
    int playFrom() {
        playing = true;
        int at = kept.indexOf(checkpoint.getValue());
        return chosen && at < kept.size() - 1 ? Math.max(0, at) : 0;
    }

    boolean isPlaying() {
        return playing;
    }

    /** Whether a film had to be stopped: something else was chosen while it ran. */
    boolean stopPlaying() {
        boolean before = playing;
        playing = false;
        return before;
    }

    /** The film stands still at a checkpoint, which is now the chosen one. */
    void rest(String id) {
        playing = false;
        kept.stream()
                .filter(one -> one.id().toString().equals(id))
                .findFirst()
                .ifPresent(this::take);
    }

    Optional<CheckpointDetails> checkpoint() {
        return Optional.ofNullable(checkpoint.getValue());
    }

    /** Empty, and said at the fields, where they do not make sense. */
    Optional<EvaluationRequest> request() {
        try {
            show(List.of());
            return Optional.of(
                    new ForecastPlan(
                                    mode.getValue(),
                                    start.getValue(),
                                    steps.getValue(),
                                    starts.getValue())
                            .request());
        } catch (InvalidValue e) {
            show(e.errors());
            return Optional.empty();
        }
    }

    void show(List<FieldError> errors) {
        for (TextField field : List.of(start, steps, starts)) {
            field.setInvalid(false);
        }
        for (FieldError error : errors) {
            TextField field =
                    error.field().startsWith("starts")
                            ? starts
                            : error.field().equals("start") ? start : steps;
            field.setErrorMessage(texts.error(error));
            field.setInvalid(true);
        }
    }
}
