package dev.wavetrain.runs.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A column of the table of runs that can be chosen; its name is the text {@code runs.column.X}. */
enum Column {
    NAME("name", true),
    STATE("state", true),
    PROGRESS("epoch", true),
    CURVE("", true),
    BEST("best_val_loss", true),
    VAL_LOSS("val_loss", false),
    LOSS("loss", false),
    PACE("", true),
    TOOK("seconds", false),
    CELL("", false),
    OPTIMIZER("", false),
    LEARNING_RATE("", false),
    SEED("seed", false),
    OWNER("owner", true),
    STARTED("queuedAt", true);

    private static final List<Column> USUAL =
            Arrays.stream(values()).filter(column -> column.usual).toList();

    private final String sort;
    private final boolean usual;

    Column(String sort, boolean usual) {
        this.sort = sort;
        this.usual = usual;
    }

    /** What it sorts by; empty where it does not. */
    String sort() {
        return sort;
    }

    /** Names and losses are looked at from the lowest, times from the newest. */
    boolean startsDescending() {
        return this == STARTED || this == PROGRESS || this == TOOK;
    }

    /** Columns as they were kept; those that are not known any more are left out. */
    static List<Column> of(List<String> names) {
        List<Column> kept =
                names.stream()
                        .flatMap(name ->
                                Arrays.stream(values()).filter(each -> each.name().equals(name)))
                        .distinct()
                        .toList();
        return kept.contains(NAME) ? kept : USUAL;
    }

    static List<Column> usual() {
        return USUAL;
    }

    String style() {
        return "wt-run-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
