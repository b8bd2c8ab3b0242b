package dev.wavetrain.experiments;

/**
 * A built-in experiment. Its name and what it shows are in the text bundles too, as {@code
 * preset.KEY.name} and {@code preset.KEY.summary}.
 *
 * @param name in English
 * @param source the idea it stands for, in English
 */
public record Preset(String key, String name, String source, Definition definition) {}
