package dev.wavetrain.sharing.archive;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.lab.KeptResult;
import dev.wavetrain.lab.Lab;
import dev.wavetrain.lab.LabQuestion;
import dev.wavetrain.lab.LabTransfer;
import dev.wavetrain.sequence.SequenceDefinition;
import dev.wavetrain.sharing.BadArchive;
import dev.wavetrain.sharing.BadArchive.Reason;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes the results of the lab that were kept, each with its question and its findings. */
final class LabReceiver {

    private static final int LONGEST_QUESTION = 200_000;

    /** A result, as far as what follows has to fit it. */
    private record Arrived(UUID id, LabQuestion question, Set<Integer> places) {}

    /** An entry whose findings have not come yet. */
    private record Awaited(Arrived result, Line line, int place) {}

    private final LabTransfer transfer;
    private final Caller owner;
    private final NewIds ids;
    private final Function<UUID, @Nullable SequenceDefinition> runs;
    private final Map<UUID, Arrived> results = new HashMap<>();
    private final Map<UUID, Awaited> withoutFindings = new HashMap<>();

    /**
     * @param runs what each run that came learned from; null for others
     */
    LabReceiver(
            LabTransfer transfer,
            Caller owner,
            NewIds ids,
            Function<UUID, @Nullable SequenceDefinition> runs) {
        this.transfer = transfer;
        this.owner = owner;
        this.ids = ids;
        this.runs = runs;
    }

    void result(Line line) {
        UUID id = line.id("id");
        LabQuestion question = question(line);
        if (results.put(id, new Arrived(ids.of(id), question, new HashSet<>())) != null) {
            line.wrong("id");
        }
        transfer.keep(
                ids.of(id),
                line.line("name", KeptResult.LONGEST_NAME),
                question,
                owner,
                line.time("created_at"));
    }

    private LabQuestion question(Line line) {
        String stored = line.text("question", LONGEST_QUESTION);
        try {
            LabQuestion question =
                    LabTransfer.question(Lines.parse(stored, line.name()), ids::ofText);
            // What was escaped in the stored text no longer is.
            boolean whole = question.data() == null || Line.whole(question.data().toString());
            return whole ? question : line.wrong("question");
        } catch (IllegalArgumentException refused) {
            return line.wrong("question");
        }
    }

    void entry(Line line) {
        UUID id = line.id("id");
        Arrived result = results.get(line.id("result_id"));
        SequenceDefinition own = runs.apply(line.id("run_id"));
        if (result == null || own == null) {
            line.wrong("run_id");
            return;
        }
        line.held("run_id", () -> LabTransfer.fits(result.question(), own));
        int place = line.number("place", 0, Lab.MOST - 1);
        if (!result.places().add(place)
                || withoutFindings.put(id, new Awaited(result, line, place)) != null) {
            line.wrong("place");
        }
    }

    void findings(String name, InputStream content) {
        Awaited awaited = withoutFindings.remove(Entries.id(name));
        if (awaited == null) {
            throw new BadArchive(Reason.UNKNOWN_ENTRY, name);
        }
        Line line = awaited.line();
        Arrived result = awaited.result();
        try {
            transfer.keep(
                    result.id(),
                    awaited.place(),
                    new RunId(ids.of(line.id("run_id"))),
                    new CheckpointId(ids.of(line.id("checkpoint_id"))),
                    line.number("epoch", 0, Integer.MAX_VALUE),
                    result.question().sweep() != null,
                    content);
        } catch (IllegalArgumentException refused) {
            throw new BadArchive(Reason.VALUE, name);
        }
    }

    /** That nothing is missing. */
    void end() {
        if (!withoutFindings.isEmpty()) {
            UUID entry = withoutFindings.keySet().iterator().next();
            throw new BadArchive(Reason.MISSING, Entries.findings(entry));
        }
        if (results.values().stream().anyMatch(result -> result.places().isEmpty())) {
            throw new BadArchive(Reason.MISSING, Entries.LAB_ENTRIES);
        }
    }
}
