package dev.wavetrain.webhooks.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.Forbidden;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.live.LiveUpdates;
import dev.wavetrain.shell.live.Ticker;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.shell.parts.OnceShown;
import dev.wavetrain.shell.parts.Toast;
import dev.wavetrain.webhooks.Delivery;
import dev.wavetrain.webhooks.Webhook;
import dev.wavetrain.webhooks.WebhookEvent;
import dev.wavetrain.webhooks.Webhooks;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a project's events are sent to, and how that goes; looks again while it is open. */
@StyleSheet("styles/talk.css")
@StyleSheet("styles/webhooks.css")
final class WebhookCard extends Card implements WebhookActions.Told {

    private static final int PAGE = 10;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final Caller caller;
    private final ProjectId project;
    private final Webhooks webhooks;
    private final Texts texts;
    private final WebhookState state;
    private final WebhookForm form;
    private final Div secret = new Div();
    private final WebhookActions actions;
    private final DeliveryList deliveries;
    private @Nullable Webhook shown;
    private int size = PAGE;

    WebhookCard(Caller caller, ProjectId project, WebhookPart services, Texts texts) {
        super(texts.get("webhook.title"));
        this.caller = caller;
        this.project = project;
        this.texts = texts;
        webhooks = services.webhooks();
        state = new WebhookState(texts);
        form = new WebhookForm(texts, this::store);
        actions = new WebhookActions(caller, project, webhooks, texts, this);
        deliveries = new DeliveryList(services.clock(), texts, this::again, this::more);
        Paragraph lead = new Paragraph(texts.get("webhook.lead"));
        lead.addClassNames("wt-muted", "wt-webhook-lead");
        withActions(state.badge());
        add(lead, state.banner(), secret, form, actions, deliveries);
        look();
        LiveUpdates.<Boolean>of(
                this, listener -> Ticker.every(LOOK_EVERY, listener), tick -> look());
    }

    @Override
    public void look() {
        try {
            Optional<Webhook> now = webhooks.find(caller, project);
            draw(now.orElse(null));
            if (now.isPresent()) {
                deliveries.show(webhooks.deliveries(caller, project, 0, size));
            }
        } catch (NotFound | Forbidden lost) {
            // The project is not the caller's any more: the page itself says so.
        }
    }

    private void draw(@Nullable Webhook hook) {
        state.show(hook);
        actions.show(hook);
        deliveries.setVisible(hook != null);
        if (hook == null) {
            if (shown != null) {
                form.clear();
            }
        } else if (shown == null || differs(shown, hook)) {
            form.show(hook);
        }
        shown = hook;
    }

    /** What somebody types just now is left alone unless what is stored has changed. */
    private static boolean differs(Webhook before, Webhook now) {
        return !before.address().equals(now.address()) || !before.events().equals(now.events());
    }

    private void store(String address, Set<WebhookEvent> events) {
        boolean active = shown == null || shown.active();
        Webhooks.Stored stored = webhooks.store(caller, project, address, events, active);
        if (stored.secret() == null) {
            Toast.say(texts.get("webhook.saved"));
        } else {
            secret(stored.secret());
        }
        look();
    }

    private void again(Delivery delivery) {
        try {
            var _ = webhooks.again(caller, project, delivery.id());
        } catch (Conflict off) {
            Toast.fail(texts.get("webhook.again.off"));
        } catch (NotFound forgotten) {
            // The list below says what is there.
        }
        look();
    }

    private void more() {
        size += PAGE;
        look();
    }

    @Override
    public void secret(@Nullable String words) {
        secret.removeAll();
        if (words != null) {
            secret.add(
                    OnceShown.text(
                            texts.get("webhook.secret"),
                            words,
                            texts.get("webhook.secret.once"),
                            texts));
        }
    }

    @Override
    public void refused(InvalidValue why) {
        form.refused(why);
    }
}
