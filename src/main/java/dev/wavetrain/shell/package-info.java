/** The frame around every view: layout, theme, charts, texts (en, ja), error page. */
@ApplicationModule(allowedDependencies = {"common"})
@NullMarked
package dev.wavetrain.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
