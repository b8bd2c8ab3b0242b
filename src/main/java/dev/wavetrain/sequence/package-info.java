/** Waves: expressions, signals, windows, teacher-forcing inputs, splits. Plain Java. */
@ApplicationModule(allowedDependencies = {"common"})
@NullMarked
package dev.wavetrain.sequence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
