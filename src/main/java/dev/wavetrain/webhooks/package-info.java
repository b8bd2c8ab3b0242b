/** What a project tells a server elsewhere: signed, sent again until it gets through. */
@ApplicationModule(allowedDependencies = {"common", "runs", "talking", "shell"})
@NullMarked
package dev.wavetrain.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
