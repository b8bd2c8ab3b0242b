package dev.wavetrain.talking.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.Page;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.live.LiveUpdates;
import dev.wavetrain.shell.live.Ticker;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.RelativeTime;
import dev.wavetrain.talking.Activity;
import java.time.Duration;

/** What happened in a project, the newest first; looks again by the clock while it is open. */
@StyleSheet("styles/talk.css")
final class ActivityCard extends Card {

    private static final int PAGE = 20;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final Caller caller;
    private final ProjectId project;
    private final ActivityPart services;
    private final Texts texts;
    private final Div place = new Div();
    private Page<Activity> shown = new Page<>(java.util.List.of(), -1);
    private int size = PAGE;

    ActivityCard(Caller caller, ProjectId project, ActivityPart services, Texts texts) {
        super(texts.get("activity.title"));
        this.caller = caller;
        this.project = project;
        this.services = services;
        this.texts = texts;
        add(place);
        look();
        LiveUpdates.<Boolean>of(
                this, listener -> Ticker.every(LOOK_EVERY, listener), tick -> look());
    }

    private void look() {
        Page<Activity> now;
        try {
            now = services.activities().list(caller, project, 0, size);
        } catch (NotFound lost) {
            // The project is not the caller's to see any more: the page itself says so.
            return;
        }
        if (!now.equals(shown)) {
            shown = now;
            draw();
        }
    }

    private void draw() {
        place.removeAll();
        if (shown.items().isEmpty()) {
            Paragraph none = new Paragraph(texts.get("activity.none"));
            none.addClassName("wt-muted");
            place.add(none);
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassNames("wt-notices", "wt-activity");
        shown.items().forEach(one -> list.add(row(one)));
        place.add(list);
        if (shown.items().size() < shown.total()) {
            Button more = new Button(texts.get("notices.more"), click -> more());
            more.addThemeVariants(ButtonVariant.TERTIARY);
            place.add(more);
        }
    }

    private void more() {
        size += PAGE;
        look();
    }

    private ListItem row(Activity one) {
        ListItem row =
                new ListItem(
                        new Icon(icon(one.kind())),
                        words(one),
                        new RelativeTime(one.at(), services.clock()));
        row.getElement().setAttribute("data-kind", one.kind().name());
        return row;
    }

    private Component words(Activity one) {
        String said =
                texts.get(
                        "activity." + one.kind().name(),
                        NoticeWords.apart(one.actor()),
                        NoticeWords.apart(one.subject()),
                        detail(one));
        if (one.run() == null) {
            return new Span(said);
        }
        boolean comment = one.kind() == Activity.Kind.COMMENTED;
        Anchor link = new Anchor("runs/" + one.run() + (comment ? "/notes" : ""), said);
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    private String detail(Activity one) {
        return switch (one.kind()) {
            case MEMBER_ADDED, MEMBER_CHANGED -> texts.get("role." + one.detail());
            default -> one.detail();
        };
    }

    private static Icon.Shape icon(Activity.Kind kind) {
        return switch (kind) {
            case QUEUED -> Icon.Shape.PLAY;
            case SEEDS_QUEUED -> Icon.Shape.LAYERS;
            case COMPLETED -> Icon.Shape.CHECK_CIRCLE;
            case STOPPED_EARLY -> Icon.Shape.FLAG;
            case FAILED -> Icon.Shape.WARNING;
            case DIVERGED -> Icon.Shape.DIVERGED;
            case CANCELLED -> Icon.Shape.STOP;
            case COMMENTED -> Icon.Shape.COMMENT;
            case PROJECT_MADE -> Icon.Shape.FOLDER;
            case PROJECT_RENAMED -> Icon.Shape.EDIT;
            case MEMBER_ADDED, MEMBER_CHANGED, MEMBER_REMOVED, INVITATION_MADE -> Icon.Shape.USERS;
        };
    }
}
