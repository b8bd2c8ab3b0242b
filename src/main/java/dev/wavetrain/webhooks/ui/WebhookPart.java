package dev.wavetrain.webhooks.ui;

import com.vaadin.flow.component.Component;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.shell.ProjectPart;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.webhooks.Webhooks;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;

/** Puts a project's webhook on its page, for its admins. */
@Order(1)
@org.springframework.stereotype.Component
record WebhookPart(Webhooks webhooks, Clock clock) implements ProjectPart {

    @Override
    public @Nullable Component make(Caller caller, ProjectId project, Texts texts) {
        return caller.mayAdminister(project) ? new WebhookCard(caller, project, this, texts) : null;
    }
}
