package dev.wavetrain.workers;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.util.Collections;

/**
 * How readily a thread leaves the processor to others: {@code setpriority(2)}, which on Linux is
 * about single threads. Java's own priorities do nothing without a flag of the virtual machine. A
 * thread that is started by a nice one is as nice, and none can take it back: so only a thread that
 * starts no others should be nice.
 */
final class Niceness {

    /** Beside a usual thread it gets a tenth of the processor; alone, all of it. */
    static final int NICE = 10;

    private static final boolean LINUX = System.getProperty("os.name").equals("Linux");
    private static final int OF_A_THREAD = 0;
    private static final int THE_CALLING_ONE = 0;

    private Niceness() {}

    /** Makes the calling thread nice; on other systems than Linux it stays as it is. */
    static void beNice() {
        if (LINUX) {
            call("setpriority", OF_A_THREAD, THE_CALLING_ONE, NICE);
        }
    }

    /** Of the calling thread, on Linux; 0 is usual. */
    static int ofThisThread() {
        return call("getpriority", OF_A_THREAD, THE_CALLING_ONE);
    }

    private static int call(String function, Integer... arguments) {
        Linker linker = Linker.nativeLinker();
        MemoryLayout[] types =
                Collections.nCopies(arguments.length, JAVA_INT).toArray(MemoryLayout[]::new);
        try {
            return (int)
                    linker.downcallHandle(
                                    linker.defaultLookup().findOrThrow(function),
                                    FunctionDescriptor.of(JAVA_INT, types))
                            .invokeWithArguments((Object[]) arguments);
        } catch (Throwable failed) {
            throw new IllegalStateException("The C library has no " + function, failed);
        }
    }
}
