package dev.wavetrain.data.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.live.OpenPage;
import dev.wavetrain.shell.parts.ProgressBar;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/** How much of a file was read. */
final class ReadingPart extends Div {

    private static final long REDRAW_NANOS = 250_000_000;

    private final transient Texts texts;
    private final ProgressBar progress = new ProgressBar();
    private final Span share = new Span();

    ReadingPart(Texts texts) {
        this.texts = texts;
        share.addClassName("wt-number");
        share.getElement().setAttribute("role", "status");
        add(share, progress);
        addClassName("wt-data-reading");
        setVisible(false);
    }

    /**
     * @param done from 0 to 1
     */
    void show(double done) {
        progress.show(done);
        share.setText(texts.get("data.reading", texts.percent(done)));
    }

    /**
     * To be told by the thread that reads; shows it a few times a second.
     *
     * @param given whether the reading is given up: it ends, and leaves nothing
     */
    DoubleConsumer from(UI ui, BooleanSupplier given) {
        long[] drawn = {0};
        return done -> {
            if (given.getAsBoolean()) {
                throw new CancellationException();
            }
            long now = System.nanoTime();
            if (now - drawn[0] > REDRAW_NANOS) {
                drawn[0] = now;
                OpenPage.tell(ui, () -> show(done));
            }
        };
    }
}
