/**
 * Model files of others, in and out: read from DL4J's zips and from Keras, written as ONNX. Nothing
 * in such a file is trusted, and nothing in it is ever deserialised by Java.
 */
@ApplicationModule(allowedDependencies = {"common", "sequence", "model"})
@NullMarked
package dev.wavetrain.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
