package dev.wavetrain.api;

import dev.wavetrain.common.Page;
import java.util.List;
import java.util.function.Function;

/** One page of a longer list. */
record Listed<T>(List<T> items, long total) {

    Listed {
        items = List.copyOf(items);
    }

    /**
     * @param json makes of an item what is answered
     */
    static <S, T> Listed<T> of(Page<S> page, Function<S, T> json) {
        return new Listed<>(page.items().stream().map(json).toList(), page.total());
    }
}
