/** What people say about runs, and how they hear of it. */
@ApplicationModule(allowedDependencies = {"common", "runs", "sharing", "shell"})
@NullMarked
package dev.wavetrain.talking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
