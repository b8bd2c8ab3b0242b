package dev.wavetrain.talking.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.Markdown;
import dev.wavetrain.shell.parts.RelativeTime;
import dev.wavetrain.talking.Comment;
import org.jspecify.annotations.Nullable;

/** One comment: who, when, what, and for its writer the field to change it. */
final class CommentRow extends ListItem {

    private final CommentsCard card;
    private final Texts texts;
    private final Span edited = new Span();
    private final Markdown words = new Markdown();
    private final Div actions = new Div();
    private Comment comment;
    private @Nullable CommentField editor;

    CommentRow(Comment comment, boolean own, boolean deletable, CommentsCard card, Texts texts) {
        this.card = card;
        this.texts = texts;
        this.comment = comment;
        addClassName("wt-comment");
        Span author = new Span(comment.authorName());
        author.addClassName("wt-comment-author");
        author.getElement().setAttribute("dir", "auto");
        edited.setText(texts.get("comments.edited"));
        edited.addClassName("wt-muted");
        actions.addClassName("wt-comment-actions");
        if (own) {
            actions.add(action(Icon.Shape.EDIT, "comments.edit", this::edit));
        }
        if (deletable) {
            actions.add(action(Icon.Shape.BIN, "comments.delete", () -> card.delete(this.comment)));
        }
        Div head =
                new Div(
                        author,
                        new RelativeTime(comment.createdAt(), card.clock()),
                        edited,
                        actions);
        head.addClassName("wt-comment-head");
        add(head, words);
        draw();
    }

    private Button action(Icon.Shape shape, String key, Runnable what) {
        Button button = new Button(new Icon(shape), click -> what.run());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(texts.get(key));
        button.setTooltipText(texts.get(key));
        return button;
    }

    void show(Comment now) {
        boolean same = now.equals(comment);
        comment = now;
        if (!same) {
            draw();
        }
    }

    private void draw() {
        words.show(comment.text(), comment.mentions());
        edited.setVisible(comment.editedAt() != null);
        if (comment.editedAt() != null) {
            edited.setTitle(texts.exactly(comment.editedAt()));
        }
    }

    private void edit() {
        editor =
                new CommentField(
                        card.names(),
                        texts,
                        comment.text(),
                        text -> {
                            card.edit(comment, text);
                            close();
                        });
        editor.changing(this::close);
        words.setVisible(false);
        actions.setVisible(false);
        add(editor);
    }

    private void close() {
        if (editor != null) {
            remove(editor);
            editor = null;
        }
        words.setVisible(true);
        actions.setVisible(true);
    }
}
