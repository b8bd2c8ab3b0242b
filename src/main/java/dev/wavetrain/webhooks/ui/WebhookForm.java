package dev.wavetrain.webhooks.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Refusal;
import dev.wavetrain.webhooks.Webhook;
import dev.wavetrain.webhooks.WebhookEvent;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Where to, and what. */
final class WebhookForm extends Div {

    private final Texts texts;
    private final BiConsumer<String, Set<WebhookEvent>> entered;
    private final TextField address = new TextField();
    private final Map<WebhookEvent, Checkbox> events = new EnumMap<>(WebhookEvent.class);
    private final Refusal problem = new Refusal();
    private final Button send;

    /**
     * @param entered given what was entered; refuses it by an {@link InvalidValue}
     */
    WebhookForm(Texts texts, BiConsumer<String, Set<WebhookEvent>> entered) {
        this.texts = texts;
        this.entered = entered;
        addClassName("wt-webhook-form");
        address.setLabel(texts.get("webhook.address"));
        address.setPlaceholder("https://hooks.example.org/wavetrain");
        address.setMaxLength(Webhook.LONGEST_ADDRESS);
        address.setManualValidation(true);
        address.setWidthFull();
        address.getElement().setAttribute("dir", "ltr");
        address.addKeyDownListener(Key.ENTER, enter -> enter());
        send = new Button(texts.get("webhook.make"), click -> enter());
        add(address, choices(), problem, send);
    }

    private Div choices() {
        Span name = new Span(texts.get("webhook.events"));
        name.addClassName("wt-muted");
        Div boxes = new Div();
        boxes.addClassName("wt-webhook-events");
        for (WebhookEvent event : WebhookEvent.CHOICES) {
            Checkbox box = new Checkbox(texts.nameOf("webhook.event", event), true);
            events.put(event, box);
            boxes.add(box);
        }
        Div group = new Div(name, boxes);
        group.addClassName("wt-choice-group");
        group.getElement().setAttribute("role", "group");
        group.getElement().setAttribute("aria-label", texts.get("webhook.events"));
        return group;
    }

    /** Shows what is stored, to be changed. */
    void show(Webhook hook) {
        address.setValue(hook.address());
        events.forEach((event, box) -> box.setValue(hook.events().contains(event)));
        send.setText(texts.get("webhook.save"));
    }

    /** As before anything was stored. */
    void clear() {
        address.clear();
        events.values().forEach(box -> box.setValue(true));
        send.setText(texts.get("webhook.make"));
    }

    private void enter() {
        address.setInvalid(false);
        problem.clear();
        Set<WebhookEvent> wanted = EnumSet.noneOf(WebhookEvent.class);
        events.forEach((event, box) -> {
            if (box.getValue()) {
                wanted.add(event);
            }
        });
        try {
            entered.accept(address.getValue(), wanted);
        } catch (InvalidValue wrong) {
            refused(wrong);
        }
    }

    /** Says at the fields what is wrong with them. */
    void refused(InvalidValue wrong) {
        wrong.errors().forEach(this::show);
    }

    private void show(FieldError error) {
        if (error.field().equals("address")) {
            address.setErrorMessage(texts.error(error));
            address.setInvalid(true);
            address.focus();
        } else {
            problem.say(texts.get("webhook.events.none"));
        }
    }
}
