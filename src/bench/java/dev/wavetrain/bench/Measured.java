package dev.wavetrain.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.wavetrain.experiments.Preset;
import dev.wavetrain.experiments.Presets;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What something took.
 *
 * @param seconds by the clock
 * @param cpuSeconds of processor time, of all threads of the process
 */
record Measured(double seconds, double cpuSeconds) {

    static Measured of(Runnable work) {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long wall = System.nanoTime();
        work.run();
        return new Measured(
                (System.nanoTime() - wall) / 1e9, (system.getProcessCpuTime() - cpu) / 1e9);
    }

    /**
     * Processor time of the calling thread alone, in seconds: what else the machine does counts
     * little.
     */
    static double threadSeconds(Runnable work) {
        long begun = threadNanos();
        work.run();
        return (threadNanos() - begun) / 1e9;
    }

    /** Processor time of the calling thread so far. */
    static long threadNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    static double median(List<Measured> all, ToDoubleFunction<Measured> value) {
        return median(all.stream().mapToDouble(value).toArray());
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** The presets of these keys; without any, all. */
    static List<Preset> presets(String... keys) {
        if (keys.length == 0) {
            return Presets.all();
        }
        return Arrays.stream(keys)
                .map(key ->
                        Presets.find(key)
                                .orElseThrow(() ->
                                        new IllegalArgumentException("There is no preset " + key)))
                .toList();
    }
}
