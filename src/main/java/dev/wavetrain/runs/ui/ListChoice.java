package dev.wavetrain.runs.ui;

import com.vaadin.flow.router.QueryParameters;
import dev.wavetrain.common.AddressId;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.runs.ListColumns;
import dev.wavetrain.runs.ListSettings;
import dev.wavetrain.runs.SavedView;
import dev.wavetrain.runs.ViewId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an address asks the list of runs to be: a view or one's own columns, and what differs.
 *
 * @param missing whether it names a view that does not exist for the caller
 * @param base what it would be without all that the address says besides the view
 */
record ListChoice(
        @Nullable SavedView view, boolean missing, ListSettings base, ListSettings settings) {

    private static final String VIEW = "view";

    static ListChoice of(Caller caller, RunServices services, QueryParameters asked) {
        SavedView view = null;
        boolean missing = false;
        String id = asked.getSingleParameter(VIEW).orElse("");
        if (!id.isEmpty()) {
            try {
                view = services.views().find(caller, new ViewId(AddressId.of(VIEW, id)));
            } catch (NotFound unknown) {
                missing = true;
            }
        }
        ListSettings base =
                view == null
                        ? ListSettings.plain(services.choices().columns(caller))
                        : view.settings();
        return new ListChoice(
                view, missing, base, ListAddress.read(asked::getSingleParameter, base));
    }

    /**
     * The list was changed: says so in its address. Columns are one's own, but those of a view are
     * the view's.
     */
    ListChoice changed(Caller caller, RunServices services, ListSettings now) {
        ListColumns columns = now.columns();
        if (view != null || columns.equals(base.columns())) {
            return new ListChoice(view, missing, base, now);
        }
        services.choices()
                .chooseColumns(caller, columns.equals(ListColumns.USUAL) ? null : columns);
        return new ListChoice(null, missing, base.with(columns), now);
    }

    Map<String, String> address() {
        Map<String, String> parameters = new HashMap<>();
        if (view != null) {
            parameters.put(VIEW, view.id().toString());
        }
        parameters.putAll(ListAddress.write(settings, base));
        return parameters;
    }
}
