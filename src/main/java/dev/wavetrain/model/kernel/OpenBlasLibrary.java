package dev.wavetrain.model.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;

/** Finds and loads OpenBLAS through JavaCPP, which unpacks it for the machine it runs on. */
final class OpenBlasLibrary {

    private static final Linker LINKER = Linker.nativeLinker();

    private final SymbolLookup symbols;

    private OpenBlasLibrary(SymbolLookup symbols) {
        this.symbols = symbols;
    }

    static OpenBlasLibrary load() {
        setEnvironment("OPENBLAS_NUM_THREADS", "1");
        if (hasAvx512()) {
            // This OpenBLAS knows no AMD processor with AVX-512 and would take AVX2 kernels there,
            // which run at half to a third of the speed.
            setEnvironment("OPENBLAS_CORETYPE", "SKYLAKEX");
        }
        Path binding = Path.of(Loader.load(openblas.class));
        return new OpenBlasLibrary(
                SymbolLookup.libraryLookup(libraryBeside(binding), Arena.global()));
    }

    MemorySegment function(String name) {
        return symbols.findOrThrow(name);
    }

    String processor() {
        try {
            var handle =
                    LINKER.downcallHandle(
                            function("openblas_get_corename"), FunctionDescriptor.of(ADDRESS));
            MemorySegment name = (MemorySegment) handle.invokeExact();
            return name.reinterpret(64).getString(0);
        } catch (Throwable e) {
            throw new IllegalStateException("OpenBLAS does not name its kernels", e);
        }
    }

    /** JavaCPP unpacks the library next to its own binding. */
    private static Path libraryBeside(Path binding) {
        String name = System.mapLibraryName("openblas");
        String stem = name.substring(0, name.lastIndexOf('.'));
        try (var files = Files.list(binding.toAbsolutePath().getParent())) {
            return files.filter(f -> isLibrary(f.getFileName().toString(), name, stem))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no " + name + " by " + binding));
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the folder of " + binding, e);
        }
    }

    private static boolean isLibrary(String file, String name, String stem) {
        return file.startsWith(name) || file.startsWith(stem + ".") && file.endsWith(".dylib");
    }

    private static boolean hasAvx512() {
        Path cpus = Path.of("/proc/cpuinfo");
        try {
            return Files.isReadable(cpus)
                    && Files.readAllLines(cpus).stream()
                            .filter(line -> line.startsWith("flags"))
                            .findFirst()
                            .map(flags ->
                                    flags.contains(" avx512bw") && flags.contains(" avx512vl"))
                            .orElse(false);
        } catch (IOException e) {
            return false;
        }
    }

    /** In the C library's environment, which OpenBLAS reads as it loads; what is set stays. */
    private static void setEnvironment(String name, String value) {
        var setenv = LINKER.defaultLookup().find("setenv");
        if (setenv.isEmpty()) {
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            var handle =
                    LINKER.downcallHandle(
                            setenv.get(),
                            FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
            int ignored =
                    (int)
                            handle.invokeExact(
                                    arena.allocateFrom(name), arena.allocateFrom(value), 0);
        } catch (Throwable e) {
            throw new IllegalStateException("cannot set " + name, e);
        }
    }
}
