package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.router.QueryParameters;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.runs.ListSettings;
import dev.wavetrain.runs.SavedView;
import dev.wavetrain.runs.SavedViews;
import dev.wavetrain.runs.ViewId;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.NamePrompt;
import dev.wavetrain.shell.parts.OnceButton;
import dev.wavetrain.shell.parts.Toast;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One's saved views: to open, to rename, to delete, to send to somebody; and to make new ones. */
final class ViewsMenu extends Button {

    private final Texts texts;
    private final Caller caller;
    private final SavedViews views;
    private final Supplier<ListSettings> now;
    private final @Nullable SavedView opened;
    private final Div content = new Div();
    private final Popover popover = new Popover();

    /**
     * @param opened the view that the list is shown by; null for none
     * @param now how the list is
     */
    ViewsMenu(
            Texts texts,
            Caller caller,
            SavedViews views,
            @Nullable SavedView opened,
            Supplier<ListSettings> now) {
        super(texts.get("views.title"), new Icon(Icon.Shape.VIEWS));
        this.texts = texts;
        this.caller = caller;
        this.views = views;
        this.opened = opened;
        this.now = now;
        addThemeVariants(ButtonVariant.TERTIARY);
        content.addClassName("wt-views");
        popover.setTarget(this);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setModal(false);
        popover.setAriaLabel(texts.get("views.title"));
        popover.add(content);
        popover.addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                draw();
            }
        });
    }

    /** Where a view is opened. */
    static String address(ViewId view) {
        return "runs?view=" + view;
    }

    private void draw() {
        content.removeAll();
        List<SavedView> own = views.own(caller);
        if (own.isEmpty()) {
            Paragraph empty = new Paragraph(texts.get("views.none"));
            empty.addClassName("wt-muted");
            content.add(empty);
        }
        own.forEach(view -> content.add(line(view)));
        Div below = new Div();
        below.addClassName("wt-views-below");
        if (opened != null && own(opened) && !opened.settings().equals(now.get())) {
            below.add(
                    button(
                            texts.get("views.update", opened.name()),
                            Icon.Shape.CHECK,
                            () -> update(opened)));
        }
        below.add(button(texts.get("views.save"), Icon.Shape.PLUS, this::save));
        if (opened != null) {
            below.add(
                    button(
                            texts.get("views.leave"),
                            Icon.Shape.RUNS,
                            () -> UI.getCurrent().navigate("runs")));
        }
        content.add(below);
    }

    private boolean own(SavedView view) {
        return view.owner().equals(caller.user());
    }

    private Button button(String text, Icon.Shape shape, Runnable action) {
        Button button = new OnceButton(text, new Icon(shape), action);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    private Div line(SavedView view) {
        Anchor open = new Anchor(address(view.id()), view.name());
        open.getElement().setAttribute("router-link", true);
        if (opened != null && opened.id().equals(view.id())) {
            open.getElement().setAttribute("aria-current", "page");
        }
        Div line =
                new Div(
                        open,
                        action(Icon.Shape.LINK, "views.copy", view, () -> copy(view)),
                        action(Icon.Shape.EDIT, "views.rename", view, () -> rename(view)),
                        action(Icon.Shape.BIN, "views.delete", view, () -> delete(view)));
        line.addClassName("wt-views-line");
        return line;
    }

    private NativeButton action(Icon.Shape shape, String key, SavedView view, Runnable what) {
        NativeButton button = new NativeButton();
        button.add(new Icon(shape));
        button.addClassName("wt-icon-button");
        String label = texts.get(key, view.name());
        button.getElement().setAttribute("aria-label", label);
        button.getElement().setAttribute("title", label);
        button.addClickListener(click -> what.run());
        return button;
    }

    private void copy(SavedView view) {
        getElement()
                .executeJs(
                        "navigator.clipboard?.writeText(new URL($0, document.baseURI).href)",
                        address(view.id()));
        Toast.say(texts.get("views.copied"));
    }

    private void save() {
        popover.close();
        new NamePrompt(
                        texts.get("views.save.title"),
                        texts.get("views.name"),
                        "",
                        texts.get("views.save.go"),
                        texts,
                        name -> {
                            try {
                                open(views.save(caller, name, now.get()));
                            } catch (Conflict full) {
                                Toast.fail(texts.get("views.full", SavedView.MOST));
                            }
                        })
                .open();
    }

    private static void open(SavedView view) {
        UI.getCurrent().navigate("runs", QueryParameters.of("view", view.id().toString()));
    }

    private void update(SavedView view) {
        popover.close();
        SavedView after = views.change(caller, view.id(), null, _ -> now.get());
        Toast.undoable(
                texts.get("views.updated", view.name()),
                () -> open(views.change(caller, view.id(), null, _ -> view.settings())));
        open(after);
    }

    private void rename(SavedView view) {
        popover.close();
        new NamePrompt(
                        texts.get("views.rename.title"),
                        texts.get("views.name"),
                        view.name(),
                        texts.get("views.rename.go"),
                        texts,
                        name -> open(views.change(caller, view.id(), name, kept -> kept)))
                .open();
    }

    private void delete(SavedView view) {
        views.delete(caller, view.id());
        boolean here = opened != null && opened.id().equals(view.id());
        Toast.undoable(
                texts.get("views.deleted", view.name()),
                () -> {
                    try {
                        views.restore(caller, view);
                        open(view);
                    } catch (InvalidValue | Conflict takenMeanwhile) {
                        Toast.fail(texts.get("views.notRestored"));
                    }
                });
        if (here) {
            UI.getCurrent().navigate("runs");
        } else {
            draw();
        }
    }
}
