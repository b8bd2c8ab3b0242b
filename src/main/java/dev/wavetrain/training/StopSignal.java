package dev.wavetrain.training;

/** Asked before every batch whether to stop. Called on the training thread: no I/O. */
@FunctionalInterface
public interface StopSignal {

    StopSignal NEVER = () -> false;

    boolean stopRequested();
}
