package dev.wavetrain.common;

/** What a member of a project may do there; each may all that the one before it may. */
public enum MemberRole {
    /** Sees everything in the project and tries its checkpoints. */
    VIEWER,
    /** Makes and changes experiments and runs, own and others'. */
    EDITOR,
    /** Deletes, renames the project, and says who its members are. */
    ADMIN;

    public boolean includes(MemberRole other) {
        return compareTo(other) >= 0;
    }
}
