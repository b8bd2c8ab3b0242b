package dev.wavetrain.webhooks.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.common.Page;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Badge;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.OnceButton;
import dev.wavetrain.shell.parts.RelativeTime;
import dev.wavetrain.shell.parts.SimpleTable;
import dev.wavetrain.webhooks.Delivery;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The last deliveries: what, when, and how each went. Drawn anew only where that has changed. */
final class DeliveryList extends Div {

    private final Clock clock;
    private final Texts texts;
    private final Consumer<Delivery> again;
    private final Runnable more;
    private @Nullable Page<Delivery> shown;

    DeliveryList(Clock clock, Texts texts, Consumer<Delivery> again, Runnable more) {
        this.clock = clock;
        this.texts = texts;
        this.again = again;
        this.more = more;
        addClassName("wt-deliveries");
    }

    void show(Page<Delivery> now) {
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        removeAll();
        add(new H3(texts.get("webhook.deliveries")));
        if (now.items().isEmpty()) {
            Paragraph none = new Paragraph(texts.get("webhook.deliveries.none"));
            none.addClassName("wt-muted");
            add(none);
            return;
        }
        SimpleTable table =
                new SimpleTable(
                        texts.get("webhook.deliveries"),
                        List.of(
                                texts.get("webhook.event"),
                                texts.get("webhook.when"),
                                texts.get("webhook.result"),
                                texts.get("webhook.attempt"),
                                texts.get("webhook.took"),
                                texts.get("column.actions")));
        now.items()
                .forEach(one ->
                        table.row(
                                event(one),
                                new RelativeTime(one.happenedAt(), clock),
                                result(one),
                                number(String.valueOf(one.attempt())),
                                number(took(one)),
                                again(one)));
        add(table);
        if (now.items().size() < now.total()) {
            Button further = new Button(texts.get("notices.more"), click -> more.run());
            further.addThemeVariants(ButtonVariant.TERTIARY);
            add(further);
        }
    }

    private Component event(Delivery one) {
        Span event = new Span(texts.nameOf("webhook.event", one.event()));
        if (one.run() == null || one.runName() == null) {
            return event;
        }
        Anchor run = new Anchor("runs/" + one.run(), one.runName());
        run.getElement().setAttribute("router-link", true);
        run.getElement().setAttribute("dir", "auto");
        return lines(event, run);
    }

    private Component result(Delivery one) {
        Badge badge =
                switch (one.state()) {
                    case WAITING ->
                            new Badge(
                                    one.trouble() == null ? Badge.Tone.WAITING : Badge.Tone.WARNING,
                                    Icon.Shape.CLOCK,
                                    texts.get("webhook.state.WAITING"));
                    case DELIVERED ->
                            new Badge(
                                    Badge.Tone.GOOD,
                                    Icon.Shape.CHECK_CIRCLE,
                                    texts.get("webhook.state.DELIVERED"));
                    case GIVEN_UP ->
                            new Badge(
                                    Badge.Tone.BAD,
                                    Icon.Shape.WARNING,
                                    texts.get("webhook.state.GIVEN_UP"));
                };
        badge.getElement().setAttribute("data-delivery", one.state().name());
        String words = words(one);
        return words.isEmpty() ? badge : lines(badge, muted(words));
    }

    private String words(Delivery one) {
        Integer status = one.status();
        if (one.trouble() == null) {
            return status == null ? "" : texts.get("webhook.status", String.valueOf(status));
        }
        String why =
                texts.get(
                        "webhook.trouble." + one.trouble().name(),
                        status == null ? "" : String.valueOf(status));
        // While the webhook is off, what waits was due long ago.
        return one.nextAt() == null || one.nextAt().isBefore(clock.instant())
                ? why
                : why + " " + texts.get("webhook.next", texts.exactly(one.nextAt()));
    }

    private String took(Delivery one) {
        return one.took() == null
                ? "–"
                : texts.get("webhook.millis", texts.count(one.took().toMillis()));
    }

    private Component again(Delivery one) {
        Div actions = new Div();
        actions.addClassName("wt-row-actions");
        if (one.state() == Delivery.State.WAITING) {
            return actions;
        }
        Button send = new OnceButton(texts.get("webhook.again"), () -> again.accept(one));
        send.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        send.setAriaLabel(
                texts.get(
                        "webhook.again.named",
                        texts.nameOf("webhook.event", one.event()),
                        texts.exactly(one.happenedAt())));
        actions.add(send);
        return actions;
    }

    private static Span number(String text) {
        Span number = new Span(text);
        number.addClassName("wt-number");
        return number;
    }

    private static Span muted(String text) {
        Span words = new Span(text);
        words.addClassName("wt-muted");
        return words;
    }

    private static Div lines(Component first, Component second) {
        Div lines = new Div(first, second);
        lines.addClassName("wt-two-lines");
        return lines;
    }
}
