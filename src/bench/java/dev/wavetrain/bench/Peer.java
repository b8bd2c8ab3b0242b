package dev.wavetrain.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An engine that is timed in a process of its own, which prints a line that begins with the
 * preset's key, then epochs a second by the clock and by processor time.
 *
 * @param command all of it but the preset's key
 */
record Peer(String name, List<String> command) {

    /** How a process says that its library is not there. */
    private static final int MISSING = 69;

    /** What came of one process. */
    sealed interface Answer {
        record Rates(double wall, double cpu) implements Answer {}

        /** There is no figure, and why. */
        record None(String why) implements Answer {}
    }

    static Peer java(String name, Class<?> main) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        return new Peer(name, command);
    }

    static Peer python(String name, String executable, String script) {
        return new Peer(name, List.of(executable, "src/bench/python/" + script));
    }

    Answer time(String preset, Map<String, String> environment) throws InterruptedException {
        List<String> whole = new ArrayList<>(command);
        whole.add(preset);
        ProcessBuilder builder = new ProcessBuilder(whole);
        builder.environment().putAll(environment);
        try {
            Path errors = Files.createTempFile("bench", ".err");
            try {
                Process process = builder.redirectError(errors.toFile()).start();
                String printed =
                        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return answer(preset, process.waitFor(), printed, errors);
            } finally {
                Files.delete(errors);
            }
        } catch (IOException notThere) {
            return new Answer.None("missing");
        }
    }

    private Answer answer(String preset, int exit, String printed, Path errors) throws IOException {
        if (exit == MISSING) {
            return new Answer.None("missing");
        }
        Optional<String[]> line =
                printed.lines()
                        .filter(text -> text.startsWith(preset + " "))
                        .map(text -> text.split("\\s+"))
                        .findFirst();
        if (exit != 0 || line.isEmpty()) {
            System.err.printf("%s on %s ended with %d:%n%s", name, preset, exit, printed);
            System.err.println(Files.readString(errors));
            return new Answer.None("failed");
        }
        return new Answer.Rates(
                Double.parseDouble(line.get()[1]), Double.parseDouble(line.get()[2]));
    }
}
