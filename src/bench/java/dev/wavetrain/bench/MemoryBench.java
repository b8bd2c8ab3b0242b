package dev.wavetrain.bench;

import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.common.RunId;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;

/**
 * What stays of many short runs in one process: the real application trains them one after the
 * other, of each cell in turn, with every epoch stored and weights kept; after each hundred the
 * memory that is left when all garbage is collected, and the threads.
 *
 * <p>System property {@code runs}.
 */
public final class MemoryBench {

    private static final int EPOCHS = 5;
    private static final int SAMPLE_EVERY = 100;
    private static final double MB = 1 << 20;

    private MemoryBench() {}

    public static void main(String[] arguments) throws InterruptedException {
        Locale.setDefault(Locale.ROOT);
        int runs = Integer.getInteger("runs", 1_000);
        System.out.println(Machine.description());
        System.out.printf(
                "%6s %9s %13s %12s %13s %12s %8s%n",
                "runs",
                "heap MB",
                "non-heap MB",
                "direct MB",
                "DL4J's MB",
                "resident MB",
                "threads");
        try (BenchApplication application = BenchApplication.start()) {
            List<ExperimentId> experiments =
                    Stream.of("damped-simple-rnn", "damped-gru", "damped-lstm", "sin-to-cos-lstm")
                            .map(application::experiment)
                            .toList();
            sample(0);
            for (int done = 0; done < runs; done += SAMPLE_EVERY) {
                train(application, experiments, Math.min(SAMPLE_EVERY, runs - done));
                sample(Math.min(done + SAMPLE_EVERY, runs));
            }
        }
    }

    private static void train(
            BenchApplication application, List<ExperimentId> experiments, int count) {
        List<RunId> queued = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ExperimentId experiment = experiments.get(i % experiments.size());
            queued.add(application.queue(experiment, EPOCHS, 2));
        }
        queued.forEach(run -> application.awaitEnd(run, EPOCHS));
    }

    private static void sample(int runs) throws InterruptedException {
        // What a finalizer or a reference queue still holds goes with the second.
        System.gc();
        Thread.sleep(200);
        System.gc();
        var memory = ManagementFactory.getMemoryMXBean();
        var direct =
                ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                        .mapToLong(BufferPoolMXBean::getMemoryUsed)
                        .sum();
        System.out.printf(
                "%6d %9.1f %13.1f %12.1f %13.1f %12.1f %8d%n",
                runs,
                memory.getHeapMemoryUsage().getUsed() / MB,
                memory.getNonHeapMemoryUsage().getUsed() / MB,
                direct / MB,
                Pointer.totalBytes() / MB,
                Machine.residentBytes() / MB,
                ManagementFactory.getThreadMXBean().getThreadCount());
    }
}
