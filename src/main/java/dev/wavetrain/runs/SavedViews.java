package dev.wavetrain.runs;

import dev.wavetrain.common.Caller;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Views of the list of runs that people keep. Their makers alone change them; whoever shares a
 * project with the maker can open them. For all others a view is {@link
 * dev.wavetrain.common.NotFound}.
 */
public interface SavedViews {

    /** The caller's own, by name. */
    List<SavedView> own(Caller caller);

    /** One's own, or a teammate's. */
    SavedView find(Caller caller, ViewId view);

    /**
     * @throws dev.wavetrain.common.InvalidValue at {@code name} where it is none or is taken; at
     *     {@code query} or {@code sort} where they cannot be read
     * @throws dev.wavetrain.common.Conflict where the caller has {@link SavedView#MOST} already
     */
    SavedView save(Caller caller, String name, ListSettings settings);

    /**
     * Changes one's own. Of two changes at once the later is made to what the earlier left: what
     * one does not change, the other may.
     *
     * @param name null to leave it as it is
     * @param settings what becomes of those that it has, asked once
     * @throws dev.wavetrain.common.InvalidValue as of {@link #save}
     * @throws dev.wavetrain.common.Forbidden where it is a teammate's
     */
    SavedView change(
            Caller caller,
            ViewId view,
            @Nullable String name,
            UnaryOperator<ListSettings> settings);

    /**
     * Deletes one's own.
     *
     * @throws dev.wavetrain.common.Forbidden where it is a teammate's
     */
    void delete(Caller caller, ViewId view);

    /**
     * Brings back what was just deleted, under the address that it had.
     *
     * @throws dev.wavetrain.common.InvalidValue as of {@link #save}
     */
    void restore(Caller caller, SavedView deleted);
}
