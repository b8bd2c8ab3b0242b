package dev.wavetrain.runs.internal;

import dev.wavetrain.model.Checksums;
import dev.wavetrain.model.Propagation;
import dev.wavetrain.runs.Provenance;
import dev.wavetrain.sequence.SequenceData;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** This program on this machine. */
@Component
class Maker {

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    private final String version;
    private final String cpu = cpu();

    Maker(ObjectProvider<BuildProperties> build) {
        BuildProperties properties = build.getIfAvailable();
        String built = properties == null ? null : properties.getVersion();
        this.version = built == null ? "development" : built;
    }

    Provenance provenance(long seed, SequenceData data) {
        return new Provenance(
                version,
                System.getProperty("java.vendor") + " " + Runtime.version(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("os.arch"),
                cpu,
                Propagation.processor(),
                seed,
                sha256(data),
                null);
    }

    private static String cpu() {
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException notLinux) {
            return System.getProperty("os.arch");
        }
    }

    private static String sha256(SequenceData data) {
        double[] input = data.input().values();
        double[] target = data.target() == null ? new double[0] : data.target().values();
        ByteBuffer bytes =
                ByteBuffer.allocate((input.length + target.length) * Double.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(input).put(target);
        return Checksums.bytes(bytes.array());
    }
}
