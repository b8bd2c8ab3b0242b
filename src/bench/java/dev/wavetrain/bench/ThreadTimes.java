package dev.wavetrain.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Processor time of this process by the kind of thread, Java's own threads among them, as Linux
 * counts it (in hundredths of a second). Threads that end meanwhile count up to when they were last
 * looked at. Empty on other systems.
 */
final class ThreadTimes implements AutoCloseable {

    private static final Path TASKS = Path.of("/proc/self/task");
    private static final double TICKS_PER_SECOND = 100;
    private static final int EVERY_MILLIS = 500;

    private record Task(String id, String name) {}

    private final Map<Task, Double> begun = read();
    private final Map<Task, Double> last = new HashMap<>(begun);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    ThreadTimes() {
        timer.scheduleAtFixedRate(this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private synchronized void look() {
        last.putAll(read());
    }

    @Override
    public void close() {
        timer.close();
    }

    /** What was used since it was made, the most first. */
    @Override
    public synchronized String toString() {
        look();
        Map<String, Double> seconds = new TreeMap<>();
        last.forEach((task, now) ->
                seconds.merge(task.name(), now - begun.getOrDefault(task, 0.0), Double::sum));
        return seconds.entrySet().stream()
                .filter(one -> one.getValue() >= 0.02)
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .map(one -> "%s %.2f".formatted(one.getKey(), one.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static Map<Task, Double> read() {
        Map<Task, Double> seconds = new HashMap<>();
        if (Files.isDirectory(TASKS)) {
            try (Stream<Path> tasks = Files.list(TASKS)) {
                tasks.forEach(task -> add(task, seconds));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return seconds;
    }

    private static void add(Path task, Map<Task, Double> seconds) {
        try {
            String stat = Files.readString(task.resolve("stat"));
            int end = stat.lastIndexOf(')');
            String name = stat.substring(stat.indexOf('(') + 1, end).replaceAll("[0-9]+", "#");
            String[] fields = stat.substring(end + 2).split(" ", -1);
            double ticks = Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
            seconds.put(new Task(task.getFileName().toString(), name), ticks / TICKS_PER_SECOND);
        } catch (IOException e) {
            // A thread that has ended has no times any more.
            if (Files.exists(task)) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
