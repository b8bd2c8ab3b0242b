package dev.wavetrain.shell.parts;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import dev.wavetrain.shell.Texts;
import java.time.Clock;
import java.time.Instant;

/** How long ago something was; the exact time on hover. */
@Tag("time")
public class RelativeTime extends Component implements HasStyle {

    private final Instant instant;
    private final Clock clock;

    public RelativeTime(Instant instant, Clock clock) {
        this.instant = instant;
        this.clock = clock;
        addClassName("wt-number");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        Texts texts = Texts.of(this);
        getElement().setAttribute("datetime", instant.toString());
        getElement().setAttribute("title", texts.exactly(instant));
        getElement().setText(texts.ago(instant, clock.instant()));
    }
}
