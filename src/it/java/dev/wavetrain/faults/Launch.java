package dev.wavetrain.faults;

import dev.wavetrain.Application;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * How a process of the application is started: the classes of this build, on the JDK that runs the
 * tests. With a cache of what classes look like once they are loaded (JEP 483), a start costs half
 * as much; for that all of them have to be in jars.
 */
final class Launch {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String classPath;
    private final Path cache;

    private Launch(String classPath, Path cache) {
        this.classPath = classPath;
        this.cache = cache;
    }

    private static final class Once {
        static final Launch LAUNCH = prepared();
    }

    /** One for all tests: the cache is made when it is first asked for. */
    static Launch shared() {
        return Once.LAUNCH;
    }

    private static Launch prepared() {
        try {
            Path folder = Files.createTempDirectory("wavetrain-faults");
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
            return prepared(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the cache, by one start of a whole server. */
    private static Launch prepared(Path folder) throws IOException {
        Path jar = folder.resolve("classes.jar");
        Path classes = null;
        List<String> entries = new ArrayList<>(List.of(jar.toString()));
        String all =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        for (String entry : all.split(File.pathSeparator)) {
            if (Files.isRegularFile(Path.of(entry))) {
                entries.add(entry);
            } else if (Path.of(entry).endsWith("classes")) {
                classes = Path.of(entry);
            }
        }
        write(jar, classes);
        Launch launch =
                new Launch(String.join(File.pathSeparator, entries), folder.resolve("start.aot"));
        try (Wavetrain whole =
                Wavetrain.start(launch, "first", folder, List.of("--wavetrain.data=" + folder))) {
            whole.ready();
            whole.terminate();
            whole.ended(PATIENCE);
        }
        return launch;
    }

    /** The command line of a process with these settings. */
    List<String> command(List<String> settings) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(System.getProperty("faults.jvm", "-Xmx512m").strip().split("\\s+")));
        command.add((Files.exists(cache) ? "-XX:AOTCache=" : "-XX:AOTCacheOutput=") + cache);
        command.addAll(List.of("-Xlog:disable", "-Xlog:all=error:stderr"));
        command.addAll(List.of("-cp", classPath, Application.class.getName()));
        command.addAll(settings);
        return command;
    }

    private static void write(Path jar, Path classes) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file);
                Stream<Path> all = Files.walk(classes)) {
            for (Path one : all.collect(Collectors.toList())) {
                String name = classes.relativize(one).toString().replace(File.separatorChar, '/');
                if (Files.isDirectory(one) && !name.isEmpty()) {
                    entries.putNextEntry(new JarEntry(name + "/"));
                } else if (Files.isRegularFile(one)) {
                    entries.putNextEntry(new JarEntry(name));
                    Files.copy(one, entries);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
