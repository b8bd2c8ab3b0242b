package dev.wavetrain.api;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Page;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.Favourites;
import dev.wavetrain.runs.RunDetails;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Runs as REST shows them to somebody, with what they are to them. */
@Component
class RunsJson {

    private final Favourites favourites;

    RunsJson(Favourites favourites) {
        this.favourites = favourites;
    }

    RunJson of(Caller caller, RunDetails run) {
        return all(caller, List.of(run)).getFirst();
    }

    List<RunJson> all(Caller caller, List<RunDetails> runs) {
        Set<RunId> starred = favourites.among(caller, runs.stream().map(RunDetails::id).toList());
        return runs.stream().map(run -> RunJson.of(run, starred.contains(run.id()))).toList();
    }

    Listed<RunJson> page(Caller caller, Page<RunDetails> page) {
        return new Listed<>(all(caller, page.items()), page.total());
    }
}
