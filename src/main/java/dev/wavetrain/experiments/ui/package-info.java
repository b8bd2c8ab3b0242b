/**
 * Experiments on screen: the gallery, the editor, and how a definition reads. What other features
 * show of a definition is public here.
 */
@NamedInterface("ui")
@NullMarked
package dev.wavetrain.experiments.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
