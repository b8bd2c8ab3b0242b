/**
 * Processes of the application are killed, frozen and cut off while runs train, and what comes of
 * the runs is compared with undisturbed ones. {@code src/docs/faults.md} says how to run it.
 */
package dev.wavetrain.faults;
