package dev.wavetrain.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Processor time of this process by the kind of thread, Java's own threads among them, as Linux
 * counts it (in hundredths of a second). Empty on other systems.
 *
 * @param seconds by the thread's name without its number
 */
record ThreadTimes(Map<String, Double> seconds) {

    private static final Path TASKS = Path.of("/proc/self/task");
    private static final double TICKS_PER_SECOND = 100;

    static ThreadTimes now() {
        Map<String, Double> seconds = new TreeMap<>();
        if (Files.isDirectory(TASKS)) {
            try (Stream<Path> tasks = Files.list(TASKS)) {
                tasks.forEach(task -> add(task, seconds));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new ThreadTimes(seconds);
    }

    private static void add(Path task, Map<String, Double> seconds) {
        try {
            String stat = Files.readString(task.resolve("stat"));
            int end = stat.lastIndexOf(')');
            String name = stat.substring(stat.indexOf('(') + 1, end).replaceAll("[0-9]+", "#");
            String[] fields = stat.substring(end + 2).split(" ", -1);
            double ticks = Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
            seconds.merge(name, ticks / TICKS_PER_SECOND, Double::sum);
        } catch (NoSuchFileException ended) {
            return;
        } catch (IOException e) {
            if (Files.exists(task)) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What was used since then; threads that ended in between are left out. */
    ThreadTimes since(ThreadTimes then) {
        return new ThreadTimes(
                seconds.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        now ->
                                                now.getValue()
                                                        - then.seconds()
                                                                .getOrDefault(now.getKey(), 0.0))));
    }

    @Override
    public String toString() {
        return seconds.entrySet().stream()
                .filter(one -> one.getValue() >= 0.02)
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .map(one -> "%s %.2f".formatted(one.getKey(), one.getValue()))
                .collect(Collectors.joining(", "));
    }
}
