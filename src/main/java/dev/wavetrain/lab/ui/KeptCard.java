package dev.wavetrain.lab.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.Page;
import dev.wavetrain.common.RunId;
import dev.wavetrain.lab.KeptResult;
import dev.wavetrain.lab.LabResults;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.RelativeTime;
import dev.wavetrain.shell.parts.SimpleTable;
import dev.wavetrain.shell.parts.Toast;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The results that were kept, of one run or of all: to open, or to delete. */
final class KeptCard extends Card {

    private static final int PAGE = 20;

    private final Caller caller;
    private final @Nullable RunId run;
    private final LabServices services;
    private final Texts texts;
    private final Div list = new Div();
    private int shown = PAGE;

    /**
     * @param run null for all
     */
    KeptCard(Caller caller, @Nullable RunId run, LabServices services, Texts texts) {
        super(texts.get("lab.kept"));
        this.caller = caller;
        this.run = run;
        this.services = services;
        this.texts = texts;
        add(list);
        look();
    }

    private void look() {
        list.removeAll();
        Page<KeptResult> kept =
                services.results().list(caller, run, 0, Math.min(shown, LabResults.MOST_A_PAGE));
        if (kept.items().isEmpty()) {
            Paragraph none = new Paragraph(texts.get("lab.kept.none"));
            none.addClassName("wt-muted");
            list.add(none);
            return;
        }
        SimpleTable table =
                new SimpleTable(
                        texts.get("lab.kept"),
                        List.of(
                                texts.get("field.name"),
                                texts.get("lab.kept.what"),
                                texts.get("lab.kept.of"),
                                texts.get("lab.kept.by"),
                                texts.get("lab.kept.when"),
                                texts.get("lab.kept.actions")));
        kept.items().forEach(one -> row(table, one));
        list.add(table);
        if (kept.total() > kept.items().size() && shown < LabResults.MOST_A_PAGE) {
            list.add(
                    new Button(
                            texts.get("experiments.more"),
                            click -> {
                                shown += PAGE;
                                look();
                            }));
        }
    }

    private void row(SimpleTable table, KeptResult one) {
        Anchor name = new Anchor("lab/" + one.id(), one.name());
        name.addClassName("wt-person-name");
        Button delete = new Button(new Icon(Icon.Shape.BIN), click -> delete(one));
        delete.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        delete.setAriaLabel(texts.get("lab.kept.delete.named", one.name()));
        delete.setVisible(services.results().mayChange(caller, one));
        table.row(
                name,
                new Span(what(one)),
                new Span(of(one)),
                new Span(one.authorName()),
                new RelativeTime(one.createdAt(), services.clock()),
                delete);
    }

    private String what(KeptResult one) {
        return one.question().sweep() == null
                ? texts.get("lab.kept.forecast")
                : texts.nameOf("lab.kept.sweep", one.question().sweep().over());
    }

    private String of(KeptResult one) {
        KeptResult.Entry first = one.entries().getFirst();
        String name = texts.get("lab.checkpoint", first.runName(), first.epoch());
        return one.entries().size() == 1
                ? name
                : texts.get("lab.kept.andOthers", name, one.entries().size() - 1);
    }

    private void delete(KeptResult one) {
        try {
            services.results().delete(caller, one.id());
            Toast.undoable(texts.get("lab.kept.deleted", one.name()), () -> restore(one));
        } catch (NotFound already) {
            // Another tab was first.
        }
        look();
    }

    private void restore(KeptResult one) {
        try {
            services.results().restore(caller, one.id());
            look();
        } catch (NotFound gone) {
            Toast.fail(texts.get("lab.kept.failed"));
        }
    }
}
