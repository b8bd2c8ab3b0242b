package dev.wavetrain.sharing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.WrappedSession;
import dev.wavetrain.common.AccessWatch;
import dev.wavetrain.common.MemberRole;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.sharing.Sessions;
import dev.wavetrain.sharing.SignedIn;
import dev.wavetrain.shell.Guarded;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Toast;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps open pages to what their account may see: a session that was ended leaves for the sign-in
 * page, and a page whose project was lost says so.
 */
@org.springframework.stereotype.Component
class PageGuard implements VaadinServiceInitListener {

    private static final Logger LOG = LoggerFactory.getLogger(PageGuard.class);
    private static final String OWN_DOING = PageGuard.class.getName();
    private static final Duration TIME_TO_LEAVE = Duration.ofSeconds(2);

    private final AccessWatch access;
    private final Sessions sessions;

    PageGuard(AccessWatch access, Sessions sessions) {
        this.access = access;
        this.sessions = sessions;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addUIInitListener(
                        init -> sessions.current().ifPresent(who -> guard(init.getUI(), who)));
    }

    private void guard(UI ui, SignedIn who) {
        Map<ProjectId, MemberRole> held = new HashMap<>(sessions.roles(who));
        AccessWatch.Following following =
                access.follow(who.user(), () -> ui.access(() -> look(ui, held)));
        ui.addDetachListener(detach -> following.close());
    }

    private void look(UI ui, Map<ProjectId, MemberRole> held) {
        SignedIn who = sessions.current().filter(sessions::stand).orElse(null);
        if (who == null) {
            leave(ui);
            return;
        }
        Map<ProjectId, MemberRole> now = sessions.roles(who);
        boolean lost =
                held.entrySet().stream()
                        .anyMatch(was -> !includes(now.get(was.getKey()), was.getValue()));
        held.clear();
        held.putAll(now);
        Component view = ui.getCurrentView();
        if (!(view instanceof Guarded guarded && guarded.stillRight())) {
            ui.refreshCurrentRoute(false);
        }
        if (lost && ComponentUtil.getData(ui, OWN_DOING) == null) {
            Toast.fail(Texts.of(ui).get("access.less"));
        }
        if (lost) {
            ComponentUtil.setData(ui, OWN_DOING, null);
        }
    }

    /** What this page loses next it takes away by itself: nobody has to be told. */
    static void byOwnDoing(UI ui) {
        ComponentUtil.setData(ui, OWN_DOING, true);
    }

    /** The browser is told first; one that does not listen is cut off a moment later. */
    private static void leave(UI ui) {
        WrappedSession session = ui.getSession().getSession();
        ui.getPage().setLocation("sign-in?ended");
        CompletableFuture.delayedExecutor(TIME_TO_LEAVE.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    try {
                        session.invalidate();
                    } catch (IllegalStateException gone) {
                        LOG.debug("the session has ended by itself", gone);
                    }
                });
    }

    private static boolean includes(@Nullable MemberRole now, MemberRole was) {
        return now != null && now.includes(was);
    }
}
