package dev.wavetrain.sequence;

/** The scales of what a net reads and of what it predicts; the same where it predicts its input. */
public record Scales(Scale input, Scale target) {

    public static final Scales NONE = new Scales(Scale.NONE, Scale.NONE);

    /**
     * Fitted on the points that the training samples read or ask for, and on no other.
     *
     * @param train the indices of the training samples
     */
    public static Scales fit(SequenceData data, int[] train) {
        Scaling scaling = data.definition().scaling();
        if (scaling == Scaling.NONE) {
            return NONE;
        }
        boolean[] counts = touched(data, train);
        Scale input = Scale.of(scaling, data.input().values(), counts);
        Series target = data.target();
        return new Scales(
                input, target == null ? input : Scale.of(scaling, target.values(), counts));
    }

    public boolean isNone() {
        return input.isNone() && target.isNone();
    }

    private static boolean[] touched(SequenceData data, int[] train) {
        int length = data.input().length();
        // Of a translation the target lies under the window, else one point beyond it.
        int reach = data.definition().window() + (data.target() == null ? 1 : 0);
        int[] changes = new int[length + 1];
        for (int sample : train) {
            changes[sample]++;
            changes[sample + reach]--;
        }
        boolean[] touched = new boolean[length];
        int open = 0;
        for (int i = 0; i < length; i++) {
            open += changes[i];
            touched[i] = open > 0;
        }
        return touched;
    }
}
