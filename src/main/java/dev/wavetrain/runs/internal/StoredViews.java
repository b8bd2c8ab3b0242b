package dev.wavetrain.runs.internal;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.Forbidden;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
import dev.wavetrain.common.Rules;
import dev.wavetrain.common.Teammates;
import dev.wavetrain.runs.ListSettings;
import dev.wavetrain.runs.SavedView;
import dev.wavetrain.runs.SavedViews;
import dev.wavetrain.runs.ViewId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Saved views in the database. */
@Service
class StoredViews implements SavedViews {

    private final ViewRows rows;
    private final Teammates teammates;
    private final Clock clock;

    StoredViews(ViewRows rows, Teammates teammates, Clock clock) {
        this.rows = rows;
        this.teammates = teammates;
        this.clock = clock;
    }

    @Override
    public List<SavedView> own(Caller caller) {
        return rows.of(caller.user());
    }

    @Override
    public SavedView find(Caller caller, ViewId id) {
        return rows.find(id)
                .filter(view ->
                        view.owner().equals(caller.user())
                                || teammates.together(caller, view.owner()))
                .orElseThrow(() -> new NotFound("view", id));
    }

    @Override
    public SavedView save(Caller caller, String name, ListSettings settings) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        SavedView view =
                new SavedView(
                        new ViewId(UUID.randomUUID()),
                        name.strip(),
                        caller.user(),
                        caller.name(),
                        settings,
                        now,
                        now);
        insert(view);
        return view;
    }

    @Override
    public void restore(Caller caller, SavedView deleted) {
        own(caller, deleted);
        insert(deleted);
    }

    private void insert(SavedView view) {
        check(view);
        if (rows.count(view.owner()) >= SavedView.MOST) {
            throw new Conflict("There are " + SavedView.MOST + " views already: delete one first.");
        }
        unlessTaken(() -> rows.insert(view));
    }

    @Override
    @Transactional
    public SavedView change(
            Caller caller, ViewId id, @Nullable String name, UnaryOperator<ListSettings> settings) {
        rows.lock(id);
        SavedView before = own(caller, find(caller, id));
        SavedView after =
                new SavedView(
                        id,
                        name == null ? before.name() : name.strip(),
                        before.owner(),
                        before.ownerName(),
                        settings.apply(before.settings()),
                        before.createdAt(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS));
        check(after);
        unlessTaken(() -> rows.update(after));
        return after;
    }

    @Override
    public void delete(Caller caller, ViewId id) {
        rows.delete(own(caller, find(caller, id)).id());
    }

    private static SavedView own(Caller caller, SavedView view) {
        if (!view.owner().equals(caller.user())) {
            throw new Forbidden(Forbidden.Need.AUTHOR);
        }
        return view;
    }

    private static void check(SavedView view) {
        new Rules().line("name", view.name(), SavedView.LONGEST_NAME).check();
        view.settings().check();
    }

    private static void unlessTaken(Runnable written) {
        try {
            written.run();
        } catch (DuplicateKeyException sameName) {
            throw new InvalidValue(new FieldError("name", Rule.NOT_ALLOWED, Reason.TAKEN));
        }
    }
}
