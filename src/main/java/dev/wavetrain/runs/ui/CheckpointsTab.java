package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.wavetrain.checkpoints.CheckpointDetails;
import dev.wavetrain.checkpoints.DamagedWeights;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.shell.parts.EmptyState;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.Toast;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;

/** The weights that were kept, newest first: to take away, or to try. */
final class CheckpointsTab extends Div implements RunTabContent {

    private static final int SHORT_HASH = 10;
    private static final List<String> COLUMNS =
            List.of("epoch", "loss", "valLoss", "labels", "size", "sha256", "actions");

    private final Caller caller;
    private final RunServices services;
    private final Texts texts;
    private RunDetails run;

    CheckpointsTab(Caller caller, RunDetails run, RunServices services, Texts texts) {
        this.caller = caller;
        this.run = run;
        this.services = services;
        this.texts = texts;
        addClassName("wt-run-tab");
        list();
    }

    @Override
    public void follow(RunDetails now, boolean newCheckpoint) {
        run = now;
        if (newCheckpoint) {
            list();
        }
    }

    private void list() {
        removeAll();
        List<CheckpointDetails> kept = services.checkpoints().list(caller, run.id());
        if (kept.isEmpty()) {
            boolean ended = run.state().isFinal();
            add(
                    new EmptyState(
                            Icon.Shape.LAYERS,
                            texts.get("checkpoints.empty.title"),
                            texts.get(
                                    ended ? "checkpoints.empty.ended" : "checkpoints.empty.live")));
            return;
        }
        NativeTable table = new NativeTable();
        table.addClassName("wt-table");
        NativeTableRow head = table.getHead().addRow();
        COLUMNS.forEach(
                column -> head.add(new NativeTableHeaderCell(texts.get("checkpoints." + column))));
        kept.reversed().forEach(one -> row(table.getBody().addRow(), one));
        Div scroll = new Div(table);
        scroll.addClassName("wt-scroll");
        scroll.getElement().setAttribute("tabindex", "0");
        scroll.getElement().setAttribute("role", "region");
        scroll.getElement().setAttribute("aria-label", texts.get("checkpoints.title"));
        add(new Card(scroll));
    }

    private void row(NativeTableRow row, CheckpointDetails one) {
        RunWords words = new RunWords(texts);
        row.add(
                number(texts.count(one.epoch())),
                number(words.loss(one.loss())),
                number(words.loss(one.valLoss())),
                new NativeTableCell(labels(one)),
                number(texts.bytes(one.bytes())),
                new NativeTableCell(hash(one)),
                new NativeTableCell(actions(one)));
    }

    private static NativeTableCell number(String text) {
        NativeTableCell cell = new NativeTableCell(text);
        cell.addClassName("wt-number");
        return cell;
    }

    private Component labels(CheckpointDetails one) {
        Div labels = new Div();
        labels.addClassName("wt-chips");
        one.labels().stream()
                .sorted()
                .forEach(label -> {
                    Span chip = new Span(texts.nameOf("label", label));
                    chip.addClassName("wt-chip");
                    labels.add(chip);
                });
        return labels;
    }

    private Component hash(CheckpointDetails one) {
        Span text = new Span(one.sha256().substring(0, SHORT_HASH));
        text.addClassName("wt-code");
        text.setTitle(one.sha256());
        Button copy =
                new Button(
                        new Icon(Icon.Shape.COPY),
                        click -> {
                            UI.getCurrent()
                                    .getPage()
                                    .executeJs("navigator.clipboard?.writeText($0)", one.sha256());
                            Toast.say(texts.get("checkpoints.copied"));
                        });
        copy.addThemeVariants(ButtonVariant.TERTIARY);
        copy.setAriaLabel(texts.get("checkpoints.copy", one.epoch()));
        Div both = new Div(text, copy);
        both.addClassName("wt-hash");
        return both;
    }

    private Component actions(CheckpointDetails one) {
        Anchor download = new Anchor(weights(one), texts.get("checkpoints.download"));
        download.getElement()
                .setAttribute("aria-label", texts.get("checkpoints.download.named", one.epoch()));
        Anchor onnx = new Anchor(onnx(one), texts.get("checkpoints.onnx"));
        onnx.getElement()
                .setAttribute("aria-label", texts.get("checkpoints.onnx.named", one.epoch()));
        Anchor evaluate =
                new Anchor(
                        RunTab.FORECAST.address(run.id()) + "?checkpoint=" + one.id(),
                        texts.get("checkpoints.evaluate"));
        evaluate.getElement()
                .setAttribute("aria-label", texts.get("checkpoints.evaluate.named", one.epoch()));
        Anchor lab = new Anchor("lab?checkpoints=" + one.id(), texts.get("checkpoints.lab"));
        lab.getElement()
                .setAttribute("aria-label", texts.get("checkpoints.lab.named", one.epoch()));
        Button trainOn =
                new Button(
                        texts.get("checkpoints.trainOn"),
                        click -> new TrainOnDialog(caller, run, one, services, texts).open());
        trainOn.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        trainOn.setAriaLabel(texts.get("checkpoints.trainOn.named", one.epoch()));
        trainOn.setVisible(caller.mayChange(run.project()));
        Div uses = new Div(evaluate, lab, trainOn);
        uses.addClassName("wt-row-actions");
        services.checkpointParts().stream()
                .map(part -> part.make(caller, run.project(), one.id(), one.epoch(), texts))
                .filter(Objects::nonNull)
                .forEach(uses::add);
        Div files = new Div(download, onnx);
        files.addClassName("wt-row-actions");
        return new Div(uses, files);
    }

    private DownloadHandler weights(CheckpointDetails one) {
        return file(one, ".zip", "application/zip", services.checkpoints()::weights);
    }

    private DownloadHandler onnx(CheckpointDetails one) {
        return file(one, ".onnx", "application/octet-stream", services.checkpoints()::onnx);
    }

    /** Read when it is asked for, and only then. */
    private DownloadHandler file(
            CheckpointDetails one,
            String end,
            String type,
            BiFunction<Caller, CheckpointId, byte[]> reader) {
        String name = FileNames.of(run.name()) + "-epoch-" + one.epoch() + end;
        return DownloadHandler.fromInputStream(event -> {
            try {
                byte[] bytes = reader.apply(caller, one.id());
                return new DownloadResponse(
                        new ByteArrayInputStream(bytes), name, type, bytes.length);
            } catch (DamagedWeights damaged) {
                // The browser only says that there is no file; the page says why.
                String why = texts.get("damaged.download", one.epoch());
                event.getUI().access(() -> Toast.say(why));
                return DownloadResponse.error(409, why);
            }
        });
    }
}
