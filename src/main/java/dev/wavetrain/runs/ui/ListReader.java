package dev.wavetrain.runs.ui;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Page;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.ListSettings;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunHead;
import dev.wavetrain.runs.RunQuery;
import dev.wavetrain.runs.filter.KnownValues;
import dev.wavetrain.shell.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads lists of runs for somebody.
 *
 * @param binned whether those in the bin, or the others
 */
record ListReader(Caller caller, RunServices services, boolean binned) {

    /** Whether there is any at all. */
    boolean any() {
        return services.runs().any(caller, query("", RunQuery.NEWEST_FIRST));
    }

    KnownValues known() {
        return services.values().known(caller);
    }

    private RunQuery query(String text, String sort) {
        return new RunQuery(text, sort, 0, 1, binned, caller.chosen());
    }

    private RunQuery query(ListSettings settings) {
        return query(settings.query(), settings.sort());
    }

    RunBody.Source rows(Supplier<ListSettings> now) {
        return rows(now, settings -> null);
    }

    private RunBody.Source rows(
            Supplier<ListSettings> now, Function<ListSettings, RunQuery.@Nullable Part> part) {
        return new RunBody.Source() {
            @Override
            public Page<RunDetails> read(int first, int most) {
                return services.runs().list(caller, asked(first, most));
            }

            @Override
            public Page<RunDetails> glance(int most) {
                return services.runs().glance(caller, asked(0, most));
            }

            private RunQuery asked(int first, int most) {
                ListSettings settings = now.get();
                return query(settings).window(first, most).within(part.apply(settings));
            }
        };
    }

    GroupedRows.Source groups(Supplier<ListSettings> now) {
        return new GroupedRows.Source() {
            @Override
            public Page<RunHead> heads(int first, int most) {
                ListSettings settings = now.get();
                return services.heads()
                        .heads(caller, query(settings), settings.grouping(), first, most);
            }

            @Override
            public RunBody.Source under(@Nullable String key) {
                RunBody.Source rows =
                        rows(now, settings -> new RunQuery.Part(settings.grouping(), key));
                // How many there are is said below them.
                return rows::read;
            }
        };
    }

    /** Those of the runs that there are for the caller. */
    Map<RunId, RunDetails> find(Collection<RunId> runs) {
        return runs.isEmpty() ? Map.of() : services.runs().findAll(caller, runs);
    }

    /** Those that are listed, and of the others those that the list could still have. */
    Set<RunId> stillThere(List<RunDetails> picked, Map<RunId, ?> listed) {
        List<RunId> others = new ArrayList<>();
        Set<RunId> there = new HashSet<>();
        picked.forEach(run -> (listed.containsKey(run.id()) ? there : others).add(run.id()));
        find(others).values().stream()
                .filter(run -> run.binned() == binned)
                .forEach(run -> there.add(run.id()));
        return there;
    }

    RunRowActions actions(Texts texts, Runnable changed) {
        return new RunRowActions(caller, services.runs(), services.favourites(), texts, changed);
    }

    BulkActions bulk(Texts texts, Runnable changed) {
        return new BulkActions(caller, services.runs(), texts, changed);
    }
}
