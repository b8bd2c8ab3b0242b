/** The networks as graphs of DL4J: configuration, own layers and loss, order of the parameters. */
@NullMarked
package dev.wavetrain.model.graph;

import org.jspecify.annotations.NullMarked;
