package dev.wavetrain.runs;

import org.jspecify.annotations.Nullable;

/**
 * What a run was made by, so that it can be made again.
 *
 * @param version of Wavetrain
 * @param cpu the processor's name, or its architecture where the system does not tell
 * @param kernels the processor kind whose arithmetic was used: another kind rounds otherwise; null
 *     of runs older than this field
 * @param dataSha256 of the evaluated series as little-endian doubles; null until it first trained
 * @param source the file that its weights came as; null where they were trained here
 */
public record Provenance(
        String version,
        String java,
        String os,
        String arch,
        String cpu,
        @Nullable String kernels,
        long seed,
        @Nullable String dataSha256,
        @Nullable ModelSource source) {

    /** The same of weights that came as a file. */
    public Provenance of(ModelSource file) {
        return new Provenance(version, java, os, arch, cpu, kernels, seed, dataSha256, file);
    }
}
