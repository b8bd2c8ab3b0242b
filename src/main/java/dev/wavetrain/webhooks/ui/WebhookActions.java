package dev.wavetrain.webhooks.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Confirm;
import dev.wavetrain.shell.parts.Toast;
import dev.wavetrain.webhooks.Webhook;
import dev.wavetrain.webhooks.Webhooks;
import org.jspecify.annotations.Nullable;

/** What can be done with a webhook that is there. */
final class WebhookActions extends Div {

    /** What there is to be told of it. */
    interface Told {

        /** Something has changed. */
        void look();

        /**
         * @param words the secret that deliveries are signed with now; null where there is none
         */
        void secret(@Nullable String words);

        /** What is stored may not be used any more. */
        void refused(InvalidValue why);
    }

    private final Caller caller;
    private final ProjectId project;
    private final Webhooks webhooks;
    private final Texts texts;
    private final Told told;
    private final Button onOff;
    private @Nullable Webhook hook;

    WebhookActions(Caller caller, ProjectId project, Webhooks webhooks, Texts texts, Told told) {
        this.caller = caller;
        this.project = project;
        this.webhooks = webhooks;
        this.texts = texts;
        this.told = told;
        onOff = new Button(texts.get("webhook.switchOff"), click -> switchOver());
        add(
                new Button(texts.get("webhook.test"), click -> test()),
                onOff,
                quiet("webhook.secret.new", this::askNewSecret),
                quiet("webhook.remove", this::askRemove));
        addClassName("wt-webhook-actions");
    }

    private Button quiet(String key, Runnable action) {
        Button button = new Button(texts.get(key), click -> action.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    void show(@Nullable Webhook now) {
        hook = now;
        setVisible(now != null);
        if (now != null) {
            onOff.setText(texts.get(now.active() ? "webhook.switchOff" : "webhook.switchOn"));
        }
    }

    private void switchOver() {
        Webhook stored = hook;
        if (stored == null) {
            return;
        }
        boolean on = !stored.active();
        try {
            var _ = webhooks.store(caller, project, stored.address(), stored.events(), on);
            Toast.say(texts.get(on ? "webhook.switchedOn" : "webhook.switchedOff"));
            told.look();
        } catch (InvalidValue notAllowedAnyMore) {
            told.refused(notAllowedAnyMore);
        }
    }

    private void test() {
        try {
            var _ = webhooks.test(caller, project);
        } catch (Conflict waiting) {
            Toast.fail(texts.get("webhook.test.waiting"));
        }
        told.look();
    }

    private void askNewSecret() {
        ask(
                "webhook.secret.new",
                "webhook.secret.new.text",
                () -> told.secret(webhooks.newSecret(caller, project)));
    }

    private void askRemove() {
        ask(
                "webhook.remove",
                "webhook.remove.text",
                () -> {
                    webhooks.remove(caller, project);
                    told.secret(null);
                    Toast.say(texts.get("webhook.removed"));
                    told.look();
                });
    }

    /** Neither can be undone, so both are asked about first. */
    private void ask(String action, String words, Runnable confirmed) {
        Confirm.ask(
                texts.get(action),
                texts.get(words),
                texts.get(action),
                texts,
                () -> {
                    try {
                        confirmed.run();
                    } catch (NotFound already) {
                        told.look();
                    }
                });
    }
}
