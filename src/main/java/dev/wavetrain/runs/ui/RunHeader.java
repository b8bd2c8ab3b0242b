package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunState;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Badge;
import dev.wavetrain.shell.parts.Banner;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.PageHeader;
import dev.wavetrain.shell.parts.ViewOnly;
import org.jspecify.annotations.Nullable;

/** The run's name, state and progress, and its main action. */
final class RunHeader extends Div {

    private final Texts texts;
    private final RunWords words;
    private final RunActions actions;
    private final PageHeader header = new PageHeader("");
    private final Badge badge;
    private final Anchor group = new Anchor();
    private final Star star;
    private final Button rename;
    private final MainActions main;
    private final MenuBar more = new MenuBar();
    private final Progress progress;
    private final Banner banner = new Banner();
    private final ViewOnly viewOnly;
    private final MenuItem toBin;
    private @Nullable Component share;
    private @Nullable RunDetails run;
    private boolean renaming;
    private RunWords.@Nullable Notice said;

    RunHeader(RunActions actions, Texts texts) {
        this.actions = actions;
        this.texts = texts;
        words = new RunWords(texts);
        badge = StateLook.badge(RunState.QUEUED, texts);
        progress = new Progress(texts);
        star = new Star(texts, now -> with(shown -> actions.favourite(shown, now)));
        rename = new Button(new Icon(Icon.Shape.EDIT), click -> rename());
        rename.addThemeVariants(ButtonVariant.TERTIARY);
        rename.setAriaLabel(texts.get("run.rename"));
        rename.setTooltipText(texts.get("run.rename"));
        main = new MainActions(actions, texts);
        toBin = more();
        viewOnly = new ViewOnly(texts.get("access.viewOnly"));
        group.addClassName("wt-chip");
        header.beside(star, rename, badge, group).actions(more, main);
        addClassName("wt-run-header");
        add(header, viewOnly, banner, progress);
    }

    private MenuItem more() {
        more.addThemeVariants(MenuBarVariant.TERTIARY);
        more.addClassName("wt-more");
        MenuItem open = more.addItem(new Icon(Icon.Shape.MORE));
        open.setAriaLabel(texts.get("run.more"));
        open.getSubMenu()
                .addItem(
                        texts.get("run.again.same"),
                        click -> with(r -> actions.again(r, r.seed())));
        return open.getSubMenu().addItem(texts.get("run.bin"), click -> with(actions::bin));
    }

    /** Puts the way to share it before the actions. */
    void offer(Component sharing) {
        share = sharing;
        header.actionsBefore(sharing);
    }

    private void with(java.util.function.Consumer<RunDetails> action) {
        if (run != null) {
            action.accept(run);
        }
    }

    void show(RunDetails now) {
        boolean first = run == null;
        boolean sameState = run != null && run.state() == now.state();
        run = now;
        if (first) {
            star.show(actions.isFavourite(now));
        }
        if (first || !sameState) {
            StateLook.show(badge, now.state(), texts);
        }
        GroupLink.show(group, now, texts);
        header.title(now.name());
        header.lead(waiting(now));
        main.show(now);
        allow(now);
        progress.show(now, words);
        say(now);
    }

    private void allow(RunDetails now) {
        boolean changes = actions.mayChange(now);
        boolean deletes = actions.mayDelete(now);
        viewOnly.setVisible(!changes);
        rename.setVisible(changes && !renaming);
        main.setVisible(changes);
        more.setVisible(changes);
        if (share != null) {
            share.setVisible(changes && !now.binned());
        }
        if (toBin.isEnabled() != deletes) {
            toBin.setEnabled(deletes);
            String bin = texts.get("run.bin");
            toBin.setText(deletes ? bin : texts.get("access.adminsOnly", bin));
        }
    }

    private String waiting(RunDetails now) {
        if (now.state() != RunState.QUEUED) {
            return "";
        }
        if (!actions.isServed()) {
            return texts.get("run.queued.nobody");
        }
        long ahead = actions.ahead(now);
        return ahead == 0 ? texts.get("run.queued.next") : texts.get("run.queued.ahead", ahead);
    }

    private void rename() {
        with(shown -> {
            RenameField field =
                    new RenameField(shown.name(), texts, name -> actions.rename(shown, name));
            renaming = true;
            rename.setVisible(false);
            field.addDetachListener(detach -> {
                renaming = false;
                rename.setVisible(true);
            });
            header.beside(field);
        });
    }

    private void say(RunDetails now) {
        RunWords.Notice notice = now.binned() ? words.binned() : words.notice(now);
        if (java.util.Objects.equals(notice, said)) {
            return;
        }
        said = notice;
        if (notice == null) {
            banner.setVisible(false);
            return;
        }
        banner.show(notice.tone(), icon(notice), notice.title(), new Paragraph(notice.text()));
        if (now.binned() && actions.mayDelete(now)) {
            banner.add(new Button(texts.get("run.restore"), click -> with(actions::restore)));
        }
    }

    private static Icon.Shape icon(RunWords.Notice notice) {
        return switch (notice.tone()) {
            case "bad" -> Icon.Shape.WARNING;
            case "waiting" -> Icon.Shape.PAUSE;
            case "good" -> Icon.Shape.FLAG;
            default -> Icon.Shape.INFO;
        };
    }
}
