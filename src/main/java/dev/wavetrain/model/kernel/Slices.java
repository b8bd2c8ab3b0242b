package dev.wavetrain.model.kernel;

import java.lang.foreign.MemorySegment;

/**
 * Parts of arrays as they are handed to a native function, kept for the next call with the same. A
 * kernel asks for the same ones in every batch. The optimising compiler mostly spares them, but
 * where it compiled the call before its profile was complete, as in a server that starts under
 * load, an epoch of a SimpleRNN(40) allocated 250 kB as long as the process lived.
 */
final class Slices {

    private static final int BITS = 11;

    /**
     * Spreads what differs in low and high bits alike: 2 to the 32nd, divided by the golden ratio.
     */
    private static final int SPREAD = 0x9E3779B9;

    private final float[][] arrays = new float[1 << BITS][];
    private final int[] offsets = new int[1 << BITS];
    private final MemorySegment[] slices = new MemorySegment[1 << BITS];

    /** The array from {@code offset} to its end. */
    MemorySegment of(float[] array, int offset) {
        int place = (offset + System.identityHashCode(array)) * SPREAD >>> Integer.SIZE - BITS;
        if (arrays[place] != array || offsets[place] != offset) {
            arrays[place] = array;
            offsets[place] = offset;
            slices[place] = MemorySegment.ofArray(array).asSlice((long) offset * Float.BYTES);
        }
        return slices[place];
    }
}
