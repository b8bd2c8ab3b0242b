package dev.wavetrain.talking.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Page;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.live.LiveUpdates;
import dev.wavetrain.shell.parts.EmptyState;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.PageHeader;
import dev.wavetrain.shell.parts.RelativeTime;
import dev.wavetrain.talking.Notice;
import jakarta.annotation.security.PermitAll;

/** What one was told, the newest first. */
@StyleSheet("styles/talk.css")
@Route("notifications")
@PermitAll
class NotificationsView extends Div implements HasDynamicTitle {

    private static final int PAGE = 50;

    private final Texts texts = Texts.current();
    private final NoticeWords words = new NoticeWords(texts);
    private final Caller caller;
    private final BellPart services;
    private final Div place = new Div();
    private final Button all = new Button();
    private int size = PAGE;

    NotificationsView(BellPart services) {
        this.services = services;
        caller = services.caller().get();
        all.setText(texts.get("notices.readAll"));
        all.setIcon(new Icon(Icon.Shape.CHECK));
        all.addClickListener(click -> services.notices().readAll(caller));
        Button choose =
                new Button(
                        texts.get("notices.choose"), click -> UI.getCurrent().navigate("account"));
        choose.addThemeVariants(ButtonVariant.TERTIARY);
        add(
                new PageHeader(texts.get("notices.title"))
                        .lead(texts.get("notices.lead"))
                        .actions(choose, all),
                place);
        look();
        LiveUpdates.<Boolean>of(
                this,
                listener -> services.feed().subscribe(caller.user(), listener)::run,
                news -> look());
    }

    private void look() {
        if (!services.stands()) {
            return;
        }
        Page<Notice> found = services.notices().list(caller, 0, size);
        all.setEnabled(services.notices().unread(caller) > 0);
        place.removeAll();
        if (found.items().isEmpty()) {
            place.add(
                    new EmptyState(
                            Icon.Shape.BELL,
                            texts.get("notices.none"),
                            texts.get("notices.none.text")));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("wt-notices");
        found.items().forEach(notice -> list.add(row(notice)));
        place.add(list);
        if (found.items().size() < found.total()) {
            place.add(more());
        }
    }

    private Button more() {
        Button more = new Button(texts.get("notices.more"));
        more.addThemeVariants(ButtonVariant.TERTIARY);
        more.addClickListener(click -> {
            size += PAGE;
            look();
        });
        return more;
    }

    private ListItem row(Notice notice) {
        Anchor link = new Anchor(NoticeWords.address(notice), words.of(notice));
        link.getElement().setAttribute("router-link", true);
        link.getElement().setAttribute("dir", "auto");
        link.getElement()
                .addEventListener("click", click -> services.notices().read(caller, notice.id()));
        ListItem row =
                new ListItem(
                        new Icon(NoticeWords.icon(notice.kind())),
                        link,
                        new RelativeTime(notice.createdAt(), services.clock()));
        row.getElement().setAttribute("data-kind", notice.kind().name());
        if (!notice.read()) {
            row.getElement().setAttribute("data-unread", true);
            Span unread = new Span(texts.get("notices.new"));
            unread.addClassName("wt-hidden");
            row.addComponentAsFirst(unread);
            Button read =
                    new Button(
                            new Icon(Icon.Shape.CHECK),
                            click -> services.notices().read(caller, notice.id()));
            read.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            read.setAriaLabel(texts.get("notices.read"));
            read.setTooltipText(texts.get("notices.read"));
            row.add(read);
        }
        return row;
    }

    @Override
    public String getPageTitle() {
        return texts.title("notices.title");
    }
}
