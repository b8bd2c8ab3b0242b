/**
 * The frame around every view: layout, theme, texts (en, ja), error pages, live updates; with
 * {@code chart} and {@code parts}, the pieces that views are built of. Open, because all of it is
 * there for the features' views.
 */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"common"})
@NullMarked
package dev.wavetrain.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
