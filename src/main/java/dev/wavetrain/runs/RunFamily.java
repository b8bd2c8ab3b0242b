package dev.wavetrain.runs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run among those whose weights it goes back to and those that go back to its own.
 *
 * @param members the oldest first, each right after its parent or the parent's other descendants
 */
public record RunFamily(List<Member> members) {

    public RunFamily {
        members = List.copyOf(members);
    }

    /**
     * One of them.
     *
     * @param depth generations from the oldest, which has 0
     * @param run null where the asker may not see it or it is gone
     */
    public record Member(int depth, @Nullable RunDetails run) {}
}
