package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.wavetrain.checkpoints.CheckpointDetails;
import dev.wavetrain.checkpoints.Evaluation;
import dev.wavetrain.checkpoints.EvaluationRequest;
import dev.wavetrain.common.Busy;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.compare.RunComparison;
import dev.wavetrain.sequence.SequenceDefinition;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.training.Label;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the runs forecast, each from its best checkpoint or else its last, asked the same question.
 * Runs that learned other data have a chart of their own: their waves are not the same.
 */
final class CompareForecasts extends Div implements CompareContent {

    private static final Logger LOG = LoggerFactory.getLogger(CompareForecasts.class);

    private final Caller caller;
    private final CompareServices services;
    private final Texts texts;
    private final Paragraph progress = new Paragraph();
    private final Map<SequenceDefinition, CompareForecastCard> cards = new LinkedHashMap<>();
    private final List<RunDetails> runs;
    private int done;

    CompareForecasts(
            Caller caller,
            List<RunDetails> runs,
            CompareServices services,
            CompareLook look,
            Texts texts) {
        this.caller = caller;
        this.runs = runs;
        this.services = services;
        this.texts = texts;
        addClassName("wt-run-tab");
        progress.addClassNames("wt-muted", "wt-compare-note");
        progress.getElement().setAttribute("role", "status");
        add(progress);
        Map<SequenceDefinition, List<RunDetails>> tasks =
                runs.stream()
                        .collect(
                                Collectors.groupingBy(
                                        run -> run.definition().sequence(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        if (tasks.size() > 1) {
            Paragraph apart = new Paragraph(texts.get("compare.forecasts.apart", tasks.size()));
            apart.addClassName("wt-compare-note");
            add(apart);
        }
        tasks.forEach((sequence, own) -> {
            CompareForecastCard card = new CompareForecastCard(sequence, own, look, texts);
            cards.put(sequence, card);
            add(card);
        });
        say();
    }

    @Override
    public Component component() {
        return this;
    }

    /** Asked once: forecasts of nets that still learn would never come to rest. */
    @Override
    public void follow(RunComparison now) {}

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        done = 0;
        Thread.startVirtualThread(() -> work(ui));
    }

    /** One after the other, beside the page; each is drawn as soon as it is there. */
    private void work(UI ui) {
        try {
            for (RunDetails run : runs) {
                if (!isAttached()) {
                    return;
                }
                Runnable show = ask(run);
                ui.access(() -> {
                    show.run();
                    done++;
                    say();
                });
            }
        } catch (UIDetachedException _) {
            // The page was closed: nobody waits for the rest.
        }
    }

    /** What is to be shown of a run, whatever came of it. */
    Runnable ask(RunDetails run) {
        CompareForecastCard card = card(run);
        try {
            Optional<CheckpointDetails> chosen =
                    chosen(services.checkpoints().list(caller, run.id()));
            if (chosen.isEmpty()) {
                return () -> card.without(run, texts.get("compare.forecasts.none"));
            }
            Evaluation evaluation = patiently(chosen.get(), card.asked());
            return () -> card.show(run, chosen.get(), evaluation);
        } catch (NotFound _) {
            return () -> card.without(run, texts.get("compare.forecasts.none"));
        } catch (InvalidValue | Conflict unable) {
            return () -> card.without(run, texts.get("compare.forecasts.unable"));
        } catch (Busy _) {
            return () -> card.without(run, texts.get("busy.title"));
        } catch (RuntimeException failed) {
            // The others are still waited for.
            LOG.warn("A forecast of run {} could not be worked out", run.id(), failed);
            return () -> card.without(run, texts.get("compare.forecasts.failed"));
        }
    }

    private CompareForecastCard card(RunDetails run) {
        return Objects.requireNonNull(cards.get(run.definition().sequence()));
    }

    private static Optional<CheckpointDetails> chosen(List<CheckpointDetails> kept) {
        return kept.stream()
                .filter(one -> one.labels().contains(Label.BEST))
                .findFirst()
                .or(() -> kept.isEmpty() ? Optional.empty() : Optional.of(kept.getLast()));
    }

    /** A page waits for its turn as long as it is open. */
    private Evaluation patiently(CheckpointDetails checkpoint, EvaluationRequest asked) {
        while (true) {
            try {
                return services.checkpoints().glance(caller, checkpoint.id(), asked);
            } catch (Busy busy) {
                if (!isAttached()) {
                    throw busy;
                }
            }
        }
    }

    private void say() {
        progress.setVisible(done < runs.size());
        progress.setText(texts.get("compare.forecasts.progress", done, runs.size()));
    }
}
