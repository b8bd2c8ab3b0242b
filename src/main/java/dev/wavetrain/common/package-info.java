/** Ids, callers, pages and the rules by which values validate themselves. Uses nothing else. */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package dev.wavetrain.common;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
