package dev.wavetrain.api;

import java.util.List;

/** One page of a longer list. */
record Listed<T>(List<T> items, long total) {

    Listed {
        items = List.copyOf(items);
    }
}
