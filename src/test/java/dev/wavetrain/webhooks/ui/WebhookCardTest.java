package dev.wavetrain.webhooks.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Page;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.Rule;
import dev.wavetrain.shell.TextBundles;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.webhooks.Webhook;
import dev.wavetrain.webhooks.WebhookEvent;
import dev.wavetrain.webhooks.Webhooks;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WebhookCardTest {

    private static final ProjectId PROJECT = new ProjectId(UUID.randomUUID());

    @Test
    void what_may_not_be_switched_on_any_more_is_said_at_its_address() {
        Webhooks webhooks = mock(Webhooks.class);
        Webhook off =
                new Webhook(
                        PROJECT,
                        "https://hooks.example.org",
                        WebhookEvent.CHOICES,
                        false,
                        null,
                        Instant.EPOCH);
        when(webhooks.find(any(), any())).thenReturn(Optional.of(off));
        when(webhooks.deliveries(any(), any(), anyInt(), anyInt()))
                .thenReturn(new Page<>(List.of(), 0));
        when(webhooks.store(any(), any(), any(), any(), eq(true)))
                .thenThrow(new InvalidValue(new FieldError("address", Rule.REQUIRED)));
        Texts texts = new Texts(new TextBundles(), Locale.ENGLISH, ZoneOffset.UTC);
        WebhookCard card =
                new WebhookCard(
                        mock(Caller.class),
                        PROJECT,
                        new WebhookPart(webhooks, Clock.systemUTC()),
                        texts);
        below(card, Button.class)
                .filter(each -> each.getText().equals(texts.get("webhook.switchOn")))
                .findFirst()
                .orElseThrow()
                .click();
        TextField address = below(card, TextField.class).findFirst().orElseThrow();
        assertThat(address.isInvalid()).isTrue();
        assertThat(address.getErrorMessage()).isNotBlank();
    }

    private static <T extends Component> Stream<T> below(Component parent, Class<T> type) {
        return parent.getChildren()
                .flatMap(child ->
                        Stream.concat(
                                Stream.of(child).filter(type::isInstance).map(type::cast),
                                below(child, type)));
    }
}
