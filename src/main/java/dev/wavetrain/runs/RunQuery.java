package dev.wavetrain.runs;

import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.Rule;
import dev.wavetrain.common.Rules;
import dev.wavetrain.runs.filter.FilterParser;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which runs to list.
 *
 * @param text a filter, as {@code src/docs/filter.md} has it: conditions such as {@code val_loss <
 *     0.01 and (cell = GRU or tag = baseline)}, and words that all must occur in name, tags, notes,
 *     owner or state
 * @param sort one of {@link #SORTS}, descending after {@code -}
 * @param first how many to leave out
 * @param size at most so many
 * @param binned whether those in the bin, or the others
 * @param project those of one project alone; null for all that the caller sees
 * @param favourite the caller's favourites alone
 * @param part those under one heading alone; null for all
 */
public record RunQuery(
        String text,
        String sort,
        int first,
        int size,
        boolean binned,
        @Nullable ProjectId project,
        boolean favourite,
        @Nullable Part part) {

    /**
     * The runs of one group.
     *
     * @param by not {@link Grouping#NONE}
     * @param key as {@link RunHead#key()}
     */
    public record Part(Grouping by, @Nullable String key) {}

    public static final Set<String> SORTS =
            Set.of(
                    "queuedAt",
                    "startedAt",
                    "finishedAt",
                    "name",
                    "owner",
                    "state",
                    "priority",
                    "epoch",
                    "seed",
                    "loss",
                    "val_loss",
                    "best_val_loss",
                    "seconds");
    public static final String NEWEST_FIRST = "-queuedAt";
    public static final int MOST_ITEMS = 200;

    /** Headings of one list. */
    public static final int MOST_HEADS = 1_000;

    public static final int LONGEST_TEXT = FilterParser.LONGEST;

    private static final int LAST_PAGE = 1_000_000;

    /** The first page of all, newest first. */
    public static final RunQuery ALL = new RunQuery("", NEWEST_FIRST, 0, 50, false, null, false);

    public RunQuery {
        text = text.strip();
        sort = sort.isBlank() ? NEWEST_FIRST : sort;
        new Rules()
                .text("query", text, LONGEST_TEXT)
                .that(
                        SORTS.contains(sort.startsWith("-") ? sort.substring(1) : sort),
                        "sort",
                        Rule.ONE_OF,
                        String.join(", ", new TreeSet<>(SORTS)) + ", each also after -")
                .between("size", size, 1, MOST_ITEMS)
                .check();
    }

    public RunQuery(String text, String sort, int page, int size) {
        this(text, sort, page, size, false, null);
    }

    public RunQuery(
            String text,
            String sort,
            int page,
            int size,
            boolean binned,
            @Nullable ProjectId project) {
        this(text, sort, page, size, binned, project, false);
    }

    /**
     * @param page of so many, from 0
     */
    public RunQuery(
            String text,
            String sort,
            int page,
            int size,
            boolean binned,
            @Nullable ProjectId project,
            boolean favourite) {
        this(text, sort, first(page, size), size, binned, project, favourite, null);
    }

    private static int first(int page, int size) {
        new Rules().between("page", page, 0, LAST_PAGE).check();
        return page * Math.clamp(size, 1, MOST_ITEMS);
    }

    /** Others of the runs that this asks for. */
    public RunQuery window(int from, int most) {
        return new RunQuery(text, sort, from, most, binned, project, favourite, part);
    }

    /** Only those under one heading. */
    public RunQuery within(@Nullable Part one) {
        return new RunQuery(text, sort, first, size, binned, project, favourite, one);
    }
}
