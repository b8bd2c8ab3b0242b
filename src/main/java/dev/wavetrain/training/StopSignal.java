package dev.wavetrain.training;

/**
 * Asked before every batch whether to stop, and while the first weights of a large network are
 * drawn; once it says so it goes on saying so. Called on the training thread: no I/O.
 */
@FunctionalInterface
public interface StopSignal {

    StopSignal NEVER = () -> false;

    boolean stopRequested();
}
