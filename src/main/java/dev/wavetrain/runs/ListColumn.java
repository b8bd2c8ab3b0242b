package dev.wavetrain.runs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A column of the table of runs that can be chosen; its name is the text {@code runs.column.X}. */
public enum ListColumn {
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

    private static final List<ListColumn> USUAL =
            Arrays.stream(values()).filter(column -> column.usual).toList();

    private final String sort;
    private final boolean usual;

    ListColumn(String sort, boolean usual) {
        this.sort = sort;
        this.usual = usual;
    }

    /** What it sorts by; empty where it does not. */
    public String sort() {
        return sort;
    }

    /** Names and losses are looked at from the lowest, times from the newest. */
    public boolean startsDescending() {
        return this == STARTED || this == PROGRESS || this == TOOK;
    }

    /** By their names; those that are not known, or not any more, are left out. */
    public static List<ListColumn> of(List<String> names) {
        return names.stream()
                .flatMap(name -> Arrays.stream(values()).filter(each -> each.name().equals(name)))
                .distinct()
                .toList();
    }

    public static List<ListColumn> usual() {
        return USUAL;
    }

    public String style() {
        return "wt-run-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
