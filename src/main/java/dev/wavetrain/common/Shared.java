package dev.wavetrain.common;

/** What a link shows, to whoever has it: this and nothing else. */
public sealed interface Shared {

    /** One run. */
    record Run(RunId run) implements Shared {}

    /** The runs that differ in their seed alone, together. */
    record Group(GroupId group) implements Shared {}

    /** How a group differs from another. */
    record Comparison(GroupId group, GroupId with) implements Shared {}

    default boolean shows(RunId id) {
        return this instanceof Run(RunId run) && run.equals(id);
    }

    default boolean shows(GroupId id) {
        return switch (this) {
            case Run _ -> false;
            case Group(GroupId group) -> group.equals(id);
            case Comparison(GroupId group, GroupId with) -> group.equals(id) || with.equals(id);
        };
    }
}
