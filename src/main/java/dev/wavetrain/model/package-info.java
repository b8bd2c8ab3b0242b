/**
 * Networks: definition, parameter layout, recurrent kernels, DL4J graph, saved form, summary. Plain
 * Java and DL4J.
 */
@ApplicationModule(allowedDependencies = {"common", "sequence"})
@NullMarked
package dev.wavetrain.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
