package dev.wavetrain.shell.live;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import dev.wavetrain.common.DatabaseTrouble;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Brings what a feed says to a view: subscribed while the view is attached, however often it is
 * attached anew. The feed's thread only stores the newest value; all the updates of one page share
 * one push, at most every {@link PushBudget#INTERVAL}.
 *
 * <pre>{@code
 * LiveUpdates.of(this, listener -> asRegistration(feed.subscribe(id, listener)), this::show);
 * }</pre>
 */
public final class LiveUpdates<T> {

    private final AtomicReference<@Nullable T> newest = new AtomicReference<>();
    private final BinaryOperator<T> merge;
    private final Consumer<T> show;

    private LiveUpdates(BinaryOperator<T> merge, Consumer<T> show) {
        this.merge = merge;
        this.show = show;
    }

    /**
     * Where the newest value says everything.
     *
     * @param subscribe called with a quick listener when the view is attached; what it returns is
     *     removed when the view is detached
     * @param show called with the UI's lock held
     */
    public static <T> void of(
            Component view, Function<Consumer<T>, Registration> subscribe, Consumer<T> show) {
        of(view, subscribe, (older, newer) -> newer, show);
    }

    /** Where values that wait together are {@code merge}d into one. */
    public static <T> void of(
            Component view,
            Function<Consumer<T>, Registration> subscribe,
            BinaryOperator<T> merge,
            Consumer<T> show) {
        view.addAttachListener(attach -> subscribe(attach.getUI(), view, subscribe, merge, show));
        view.getUI().ifPresent(ui -> subscribe(ui, view, subscribe, merge, show));
    }

    private static <T> void subscribe(
            UI ui,
            Component view,
            Function<Consumer<T>, Registration> subscribe,
            BinaryOperator<T> merge,
            Consumer<T> show) {
        LiveUpdates<T> updates = new LiveUpdates<>(merge, show);
        PushBudget budget = PushBudget.of(ui);
        Runnable flush = updates::flush;
        Registration subscription =
                subscribe.apply(value -> {
                    updates.offer(value);
                    budget.wanted(flush);
                });
        view.addDetachListener(detach -> {
            detach.unregisterListener();
            subscription.remove();
            budget.forget(flush);
        });
    }

    private void offer(T value) {
        newest.accumulateAndGet(
                value, (older, newer) -> older == null ? newer : merge.apply(older, newer));
    }

    /** What cannot be shown while the database is in trouble is kept for the next try. */
    private void flush() {
        @Nullable T value = newest.getAndSet(null);
        if (value == null) {
            return;
        }
        try {
            show.accept(value);
        } catch (RuntimeException failed) {
            if (DatabaseTrouble.of(failed).isPresent()) {
                newest.accumulateAndGet(
                        value, (newer, older) -> newer == null ? older : merge.apply(older, newer));
            }
            throw failed;
        }
    }
}
