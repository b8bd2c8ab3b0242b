package dev.wavetrain.common;

/** Where it is written down who did what. */
@FunctionalInterface
public interface AuditLog {

    /** Writes it in the transaction of whoever calls: it is told if and only if it was done. */
    void note(Act act);
}
