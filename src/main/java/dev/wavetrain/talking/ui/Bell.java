package dev.wavetrain.talking.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import dev.wavetrain.common.Caller;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.live.LiveUpdates;
import dev.wavetrain.shell.live.Ticker;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.talking.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How many notifications wait, live; leads to them, and has the browser show them if it is to. */
@StyleSheet("styles/talk.css")
final class Bell extends RouterLink {

    /** How often to look for what another process told and nobody heard. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

    /** So many at once are shown by the browser; the count says the rest. */
    private static final int MOST_SHOWN = 3;

    private final Caller caller;
    private final BellPart services;
    private final Texts texts;
    private final NoticeWords words;
    private final Span count = new Span();
    private Instant shownUntil;

    Bell(Caller caller, BellPart services, Texts texts) {
        this.caller = caller;
        this.services = services;
        this.texts = texts;
        words = new NoticeWords(texts);
        shownUntil = services.clock().instant();
        addClassName("wt-bell");
        setRoute(NotificationsView.class);
        count.addClassNames("wt-bell-count", "wt-number");
        add(new Icon(Icon.Shape.BELL), new Span(texts.get("notices.title")), count);
        look();
        LiveUpdates.<Boolean>of(
                this,
                listener -> services.feed().subscribe(caller.user(), listener)::run,
                news -> look());
        if (services.feed().mayMiss()) {
            LiveUpdates.<Boolean>of(
                    this, listener -> Ticker.every(LOOK_EVERY, listener), tick -> look());
        }
    }

    private void look() {
        if (!services.stands()) {
            return;
        }
        long unread = services.notices().unread(caller);
        count.setText(unread > 99 ? "99+" : String.valueOf(unread));
        count.setVisible(unread > 0);
        getElement()
                .setAttribute(
                        "aria-label",
                        texts.get(unread == 0 ? "notices.title" : "notices.unread", unread));
        // On a phone the drawer is closed: what opens it has a mark.
        getElement()
                .executeJs(
                        "document.querySelector('vaadin-drawer-toggle')"
                                + "?.toggleAttribute('data-news', $0)",
                        unread > 0);
        if (unread > 0) {
            showInBrowser();
        }
    }

    private void showInBrowser() {
        List<Notice> fresh =
                services.notices().list(caller, 0, MOST_SHOWN).items().stream()
                        .filter(notice -> !notice.read())
                        .filter(notice -> notice.createdAt().isAfter(shownUntil))
                        .toList();
        if (fresh.isEmpty()) {
            return;
        }
        shownUntil = fresh.getFirst().createdAt();
        if (services.notices().choices(caller).browser()) {
            fresh.reversed().forEach(this::showInBrowser);
        }
    }

    /** Each has a name of its own: a browser with many tabs open shows it once. */
    private void showInBrowser(Notice notice) {
        getElement()
                .executeJs(
                        """
                        if (window.Notification?.permission === 'granted') {
                            const shown = new Notification('Wavetrain', {body: $0, tag: $1});
                            shown.onclick = () => {
                                window.focus();
                                location.assign(new URL($2, document.baseURI));
                            };
                        }\
                        """,
                        words.of(notice),
                        notice.id().toString(),
                        NoticeWords.address(notice));
    }
}
