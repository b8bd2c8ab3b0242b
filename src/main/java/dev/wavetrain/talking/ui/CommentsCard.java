package dev.wavetrain.talking.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.Page;
import dev.wavetrain.common.RunId;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.live.LiveUpdates;
import dev.wavetrain.shell.live.Ticker;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.shell.parts.Toast;
import dev.wavetrain.talking.Comment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What was said about a run, the oldest first, and room to say more. What others say appears by
 * itself; rows stay where they are, so that nobody's own writing is disturbed.
 */
@StyleSheet("styles/talk.css")
final class CommentsCard extends Card {

    private static final int PAGE = 50;

    /** How often to look for what another process told and nobody heard. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final Caller caller;
    private final RunId run;
    private final CommentsPart services;
    private final Texts texts;
    private final OrderedList list = new OrderedList();
    private final Paragraph none = new Paragraph();
    private final Button earlier = new Button();
    private final Map<UUID, CommentRow> rows = new LinkedHashMap<>();
    private final List<String> names;
    private final boolean deletesAll;
    private int pages = 1;

    CommentsCard(Caller caller, RunId run, CommentsPart services, Texts texts) {
        super(texts.get("comments.title"));
        this.caller = caller;
        this.run = run;
        this.services = services;
        this.texts = texts;
        addClassName("wt-comments");
        names = services.comments().callable(caller, run);
        deletesAll = services.comments().mayDeleteAll(caller, run);
        list.addClassName("wt-comment-list");
        none.setText(texts.get("comments.none"));
        none.addClassName("wt-muted");
        earlier.setText(texts.get("comments.earlier"));
        earlier.addThemeVariants(ButtonVariant.TERTIARY);
        earlier.addClickListener(click -> {
            pages++;
            look();
        });
        add(earlier, none, list, new CommentField(names, texts, "", this::say).fresh());
        look();
        LiveUpdates.<Boolean>of(
                this, listener -> services.feed().subscribe(run, listener)::run, news -> look());
        if (services.feed().mayMiss()) {
            LiveUpdates.<Boolean>of(
                    this, listener -> Ticker.every(LOOK_EVERY, listener), tick -> look());
        }
    }

    private void say(String text) {
        var _ = services.comments().add(caller, run, text);
        look();
    }

    private void look() {
        List<Comment> now = new ArrayList<>();
        long total = 0;
        try {
            for (int page = 0; page < pages; page++) {
                Page<Comment> part = services.comments().list(caller, run, page, PAGE);
                now.addAll(part.items());
                total = part.total();
            }
        } catch (NotFound lost) {
            // The run is not the caller's to see any more: the page itself says so.
            return;
        }
        show(now.reversed());
        earlier.setVisible(now.size() < total);
        none.setVisible(now.isEmpty());
        list.setVisible(!now.isEmpty());
    }

    private void show(List<Comment> now) {
        List<UUID> ids = now.stream().map(Comment::id).toList();
        rows.entrySet()
                .removeIf(known -> {
                    boolean gone = !ids.contains(known.getKey());
                    if (gone) {
                        list.remove(known.getValue());
                    }
                    return gone;
                });
        for (int at = 0; at < now.size(); at++) {
            Comment comment = now.get(at);
            CommentRow row = rows.get(comment.id());
            if (row == null) {
                row = row(comment);
                rows.put(comment.id(), row);
                list.addComponentAtIndex(at, row);
            }
            row.show(comment);
        }
    }

    private CommentRow row(Comment comment) {
        boolean own = services.comments().isOwn(caller, comment);
        return new CommentRow(comment, own, own || deletesAll, this, texts);
    }

    List<String> names() {
        return names;
    }

    java.time.Clock clock() {
        return services.clock();
    }

    void edit(Comment comment, String text) {
        var _ = services.comments().edit(caller, comment.id(), text);
        look();
    }

    void delete(Comment comment) {
        try {
            services.comments().delete(caller, comment.id());
        } catch (NotFound already) {
            // Taken back elsewhere meanwhile: that is what was wanted.
            look();
            return;
        }
        look();
        Toast.undoable(
                texts.get("comments.deleted"),
                () -> {
                    services.comments().restore(caller, comment.id());
                    look();
                });
    }
}
