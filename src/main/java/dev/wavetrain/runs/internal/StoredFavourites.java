package dev.wavetrain.runs.internal;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.Favourites;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Favourites in the database; each change is one statement, so that two at once do no harm. */
@Service
class StoredFavourites implements Favourites {

    private final VisibleRuns runs;
    private final JdbcClient jdbc;

    StoredFavourites(VisibleRuns runs, JdbcClient jdbc) {
        this.runs = runs;
        this.jdbc = jdbc;
    }

    @Override
    public Set<RunId> among(Caller caller, Collection<RunId> asked) {
        if (asked.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(
                jdbc.sql(
                                "select run_id from favourite"
                                        + " where account_id = :account and run_id in (:runs)")
                        .param("account", caller.user().value())
                        .param("runs", asked.stream().map(RunId::value).toList())
                        .query((row, number) -> new RunId(row.getObject("run_id", UUID.class)))
                        .list());
    }

    @Override
    public void set(Caller caller, RunId run, boolean favourite) {
        var _ = runs.find(caller, run);
        String sql =
                favourite
                        ? "insert into favourite (account_id, run_id) values (:account, :run)"
                        : "delete from favourite where account_id = :account and run_id = :run";
        try {
            jdbc.sql(sql)
                    .param("account", caller.user().value())
                    .param("run", run.value())
                    .update();
        } catch (DuplicateKeyException already) {
            // It is one: that is what was wanted.
        }
    }
}
