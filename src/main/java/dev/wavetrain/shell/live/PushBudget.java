package dev.wavetrain.shell.live;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import dev.wavetrain.common.DatabaseTrouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The pushes of one page: at once after a quiet time, else when {@link #INTERVAL} has passed since
 * the last. Whatever wants one meanwhile goes along with it.
 */
final class PushBudget {

    static final Duration INTERVAL = Duration.ofMillis(250);

    /** What failed because of the database is tried again after this. */
    static final Duration RETRY = Duration.ofSeconds(1);

    private final Executor page;
    private final Timer timer;
    private final Set<Runnable> waiting = new LinkedHashSet<>();
    private long lastNanos;
    private boolean planned;

    /**
     * @param page runs a task with the page's lock held and pushes what it changed
     */
    PushBudget(Executor page, Timer timer) {
        this.page = page;
        this.timer = timer;
        this.lastNanos = timer.nanos() - INTERVAL.toNanos();
    }

    /** The one of a page, for code that holds its lock. */
    static PushBudget of(UI ui) {
        @Nullable PushBudget known = ComponentUtil.getData(ui, PushBudget.class);
        if (known != null) {
            return known;
        }
        PushBudget budget = new PushBudget(task -> push(ui, task), Timer.SYSTEM);
        ComponentUtil.setData(ui, PushBudget.class, budget);
        return budget;
    }

    /** A page closed meanwhile wants nothing more. */
    private static void push(UI ui, Runnable task) {
        try {
            ui.access(task::run);
        } catch (UIDetachedException e) {
            // Its views are detached with it and their subscriptions removed.
        }
    }

    /** Asks for {@code update} to be run in the page's next push. Quick, from any thread. */
    void wanted(Runnable update) {
        wanted(update, INTERVAL);
    }

    private synchronized void wanted(Runnable update, Duration apart) {
        waiting.add(update);
        if (!planned) {
            planned = true;
            long wait = Math.max(0, lastNanos + apart.toNanos() - timer.nanos());
            timer.after(Duration.ofNanos(wait), () -> page.execute(this::run));
        }
    }

    synchronized void forget(Runnable update) {
        waiting.remove(update);
    }

    private void run() {
        @Nullable RuntimeException first = null;
        for (Runnable update : take()) {
            try {
                update.run();
            } catch (RuntimeException failed) {
                first = first == null ? failed : first;
                if (DatabaseTrouble.of(failed).isPresent()) {
                    wanted(update, RETRY);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private synchronized List<Runnable> take() {
        List<Runnable> taken = new ArrayList<>(waiting);
        waiting.clear();
        planned = false;
        lastNanos = timer.nanos();
        return taken;
    }
}
