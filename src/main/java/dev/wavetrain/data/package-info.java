/** Tables of numbers that people bring: read from CSV, kept by column, used in definitions. */
@ApplicationModule(allowedDependencies = {"common", "sequence", "model", "experiments", "shell"})
@NullMarked
package dev.wavetrain.data;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
