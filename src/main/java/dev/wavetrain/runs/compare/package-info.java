/** Several runs beside each other: what they were set to, what came of it, how they got there. */
@NamedInterface("compare")
@NullMarked
package dev.wavetrain.runs.compare;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
