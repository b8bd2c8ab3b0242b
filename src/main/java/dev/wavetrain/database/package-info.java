/** The database behind everything: which it is, how it may fail, how it is copied. */
@ApplicationModule(allowedDependencies = "common")
@NullMarked
package dev.wavetrain.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
