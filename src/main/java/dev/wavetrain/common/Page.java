package dev.wavetrain.common;

import java.util.List;

/** One page of a longer list. */
public record Page<T>(List<T> items, long total) {

    public Page {
        items = List.copyOf(items);
    }
}
