package dev.wavetrain.runs;

import dev.wavetrain.exchange.ModelFormat;

/**
 * The file that a run's weights were read from.
 *
 * @param file its name, as its sender called it
 * @param sha256 of its bytes
 */
public record ModelSource(String file, ModelFormat format, String sha256) {}
