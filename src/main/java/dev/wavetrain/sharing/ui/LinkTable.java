package dev.wavetrain.sharing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.common.GroupId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.common.Shared;
import dev.wavetrain.sharing.ShareLinks.LinkDetails;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.OnceButton;
import dev.wavetrain.shell.parts.RelativeTime;
import dev.wavetrain.shell.parts.SimpleTable;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Links that hold: who made them, until when, how often they were opened. */
final class LinkTable extends Div {

    private final boolean subjects;
    private final Clock clock;
    private final Texts texts;
    private final Consumer<LinkDetails> revoke;

    /**
     * @param subjects whether it says what each of them shows
     */
    LinkTable(boolean subjects, Clock clock, Texts texts, Consumer<LinkDetails> revoke) {
        this.subjects = subjects;
        this.clock = clock;
        this.texts = texts;
        this.revoke = revoke;
    }

    void show(List<LinkDetails> links) {
        removeAll();
        List<String> columns = new ArrayList<>();
        if (subjects) {
            columns.add(texts.get("links.shows"));
        }
        columns.addAll(
                List.of(
                        texts.get("links.by"),
                        texts.get("links.until"),
                        texts.get("links.opened"),
                        texts.get("column.actions")));
        SimpleTable table = new SimpleTable(texts.get("links.title"), columns);
        links.forEach(link -> table.row(cells(link)));
        add(table);
    }

    private Component[] cells(LinkDetails link) {
        List<Component> cells = new ArrayList<>();
        if (subjects) {
            cells.add(subject(link));
        }
        cells.add(made(link));
        cells.add(until(link));
        cells.add(opened(link));
        cells.add(revoke(link));
        return cells.toArray(Component[]::new);
    }

    private Component subject(LinkDetails link) {
        String name =
                link.with() == null
                        ? link.subject()
                        : texts.get("contrast.of", link.subject(), link.with());
        Anchor open = new Anchor(address(link.what()), name);
        open.getElement().setAttribute("router-link", true);
        open.getElement().setAttribute("dir", "auto");
        open.addClassName("wt-link-subject");
        Span kind = muted(texts.get("links.kind." + link.what().getClass().getSimpleName()));
        return lines(open, kind);
    }

    private static String address(Shared what) {
        return switch (what) {
            case Shared.Run(RunId run) -> "runs/" + run;
            case Shared.Group(GroupId group) -> "groups/" + group;
            case Shared.Comparison(GroupId group, GroupId _) -> "groups/" + group;
        };
    }

    private Component made(LinkDetails link) {
        Span maker = new Span(link.maker());
        maker.getElement().setAttribute("dir", "auto");
        Span when = new Span(new RelativeTime(link.createdAt(), clock));
        if (!link.note().isEmpty()) {
            Span note = new Span(link.note());
            note.getElement().setAttribute("dir", "auto");
            note.addClassName("wt-isolated");
            when.add(new Span(" · "), note);
        }
        when.addClassName("wt-muted");
        return lines(maker, when);
    }

    private Component until(LinkDetails link) {
        Instant end = link.expiresAt();
        return new Span(end == null ? texts.get("links.never") : texts.exactly(end));
    }

    private Component opened(LinkDetails link) {
        Span times = new Span(texts.get("links.opens", link.opens()));
        Instant last = link.lastOpenedAt();
        if (last == null) {
            return times;
        }
        Span when = new Span(new RelativeTime(last, clock));
        when.addClassName("wt-muted");
        return lines(times, when);
    }

    private Component revoke(LinkDetails link) {
        Button end = new OnceButton(texts.get("action.revoke"), () -> revoke.accept(link));
        end.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        end.setAriaLabel(texts.get("links.revoke.named", link.subject(), link.maker()));
        end.setVisible(link.mayRevoke());
        return end;
    }

    private static Span muted(String text) {
        Span words = new Span(text);
        words.addClassName("wt-muted");
        return words;
    }

    private static Div lines(Component first, Component second) {
        Div lines = new Div(first, second);
        lines.addClassName("wt-two-lines");
        return lines;
    }
}
