package dev.wavetrain.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenBlasLibraryTest {

    @TempDir Path home;

    /** On a machine where nothing was unpacked before, and before ND4J has unpacked anything. */
    @Test
    void a_fresh_machine_multiplies_at_once() throws Exception {
        Path output = home.resolve("output");
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-Dorg.bytedeco.javacpp.cachedir=" + home.resolve("cache"));
        command.addAll(
                List.of(
                        "-cp",
                        ManagementFactory.getRuntimeMXBean().getClassPath(),
                        FreshMachine.class.getName()));
        int ended =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start()
                        .waitFor();
        assertThat(Files.readString(output)).contains("2 * 3 = 6.0");
        assertThat(ended).isZero();
    }

    static final class FreshMachine {
        private FreshMachine() {}

        public static void main(String[] arguments) {
            float[] product = new float[1];
            float[] two = {2};
            new Blas().multiply(1, 1, 1, two, 0, 1, new float[] {3}, 0, 1, 0, product, 0, 1);
            System.out.println("2 * 3 = " + product[0]);
        }
    }
}
