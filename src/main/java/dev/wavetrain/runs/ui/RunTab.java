package dev.wavetrain.runs.ui;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The tabs of a run's page; each has an address of its own. */
enum RunTab {
    LOSS,
    FORECAST,
    CHECKPOINTS,
    CONFIGURATION,
    NOTES;

    /** The last part of the address. */
    String segment() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<RunTab> of(String segment) {
        return Stream.of(values()).filter(tab -> tab.segment().equals(segment)).findFirst();
    }

    String address(Object run) {
        return addressBelow("runs/" + run);
    }

    /** Where a page's tab is, whose first one has the page's own address. */
    String addressBelow(String page) {
        return this == LOSS ? page : page + "/" + segment();
    }
}
