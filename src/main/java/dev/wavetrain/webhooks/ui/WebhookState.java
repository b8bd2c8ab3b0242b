package dev.wavetrain.webhooks.ui;

import com.vaadin.flow.component.html.Paragraph;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Badge;
import dev.wavetrain.shell.parts.Banner;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.webhooks.Webhook;
import org.jspecify.annotations.Nullable;

/** Whether a webhook is on, and why not where the server itself has switched it off. */
record WebhookState(Texts texts, Badge badge, Banner banner) {

    WebhookState(Texts texts) {
        this(
                texts,
                new Badge(Badge.Tone.NEUTRAL, Icon.Shape.PAUSE, texts.get("webhook.off")),
                new Banner());
    }

    /**
     * @param hook null for none
     */
    void show(@Nullable Webhook hook) {
        badge.setVisible(hook != null);
        Webhook.Off why = hook == null ? null : hook.off();
        if (why == null) {
            banner.setVisible(false);
        } else {
            banner.show(
                    "warning",
                    Icon.Shape.WARNING,
                    texts.get("webhook.off.title"),
                    new Paragraph(texts.nameOf("webhook.off.says", why)));
        }
        if (hook != null && hook.active()) {
            badge.show(Badge.Tone.GOOD, Icon.Shape.CHECK_CIRCLE, texts.get("webhook.on"));
        } else {
            badge.show(Badge.Tone.NEUTRAL, Icon.Shape.PAUSE, texts.get("webhook.off"));
        }
    }
}
