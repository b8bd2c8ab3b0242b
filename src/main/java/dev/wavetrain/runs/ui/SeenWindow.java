package dev.wavetrain.runs.ui;

import dev.wavetrain.checkpoints.EvaluationRequest;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.sequence.ColumnSource;
import dev.wavetrain.sequence.SequenceData;
import dev.wavetrain.sequence.SequenceDefinition;

/**
 * The true values that a free run begins with: what the net has seen before it goes on alone.
 *
 * @param x ascending
 */
record SeenWindow(double[] x, double[] y, double end) {

    private static final SeenWindow NONE = new SeenWindow(new double[0], new double[0], 0);

    static SeenWindow of(
            SequenceDefinition sequence, EvaluationRequest asked, ColumnSource columns) {
        if (!(asked instanceof EvaluationRequest.FreeRun(Integer start, int _))) {
            return NONE;
        }
        SequenceData data;
        try {
            data = SequenceData.of(sequence, columns);
        } catch (InvalidValue notForVisitors) {
            return NONE;
        }
        int window = sequence.window();
        int from = start == null ? data.input().length() - window : start;
        double[] x = new double[window];
        double[] y = new double[window];
        boolean falling = data.xAt(1) < data.xAt(0);
        for (int i = 0; i < window; i++) {
            int at = from + (falling ? window - 1 - i : i);
            x[i] = data.xAt(at);
            y[i] = data.valueAt(at);
        }
        return new SeenWindow(x, y, data.xAt((long) from + window - 1));
    }

    boolean isEmpty() {
        return x.length == 0;
    }
}
