package dev.wavetrain.bench;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Measured time an epoch against the growth of its arithmetic, both axes logarithmic. */
final class GrowthPlot {

    private static final int DOTS_PER_INCH = 144;

    /** Okabe and Ito's, which colour-blind eyes tell apart. */
    private static final List<Color> COLOURS =
            List.of(new Color(0x0072B2), new Color(0xD55E00), new Color(0x009E73));

    private static final BasicStroke DASHED =
            new BasicStroke(
                    1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {5, 4}, 0);

    private GrowthPlot() {}

    /**
     * @param seconds an epoch, at each of the values
     * @param work floating-point operations an epoch
     */
    record Line(String name, int[] values, double[] seconds, double[] work) {

        /** What the first time would have become had it grown as the work did. */
        double[] expected() {
            double[] expected = new double[work.length];
            Arrays.setAll(expected, i -> seconds[0] * work[i] / work[0]);
            return expected;
        }

        double[] x() {
            return Arrays.stream(values).asDoubleStream().toArray();
        }
    }

    static void write(Path file, String axis, List<Line> lines) throws IOException {
        XYChart chart =
                new XYChartBuilder()
                        .width(760)
                        .height(440)
                        .xAxisTitle(axis)
                        .yAxisTitle("ms an epoch")
                        .build();
        chart.getStyler()
                .setXAxisLogarithmic(true)
                .setYAxisLogarithmic(true)
                .setLegendPosition(LegendPosition.OutsideE)
                .setDecimalPattern("#,##0.###")
                .setChartBackgroundColor(Color.WHITE)
                .setLegendBorderColor(Color.WHITE)
                .setPlotBorderVisible(false);
        for (int i = 0; i < lines.size(); i++) {
            add(chart, lines.get(i), COLOURS.get(i));
        }
        BitmapEncoder.saveBitmapWithDPI(chart, file.toString(), BitmapFormat.PNG, DOTS_PER_INCH);
    }

    private static void add(XYChart chart, Line line, Color colour) {
        XYSeries measured = chart.addSeries(line.name(), line.x(), millis(line.seconds()));
        measured.setMarkerColor(colour).setMarker(SeriesMarkers.CIRCLE).setLineColor(colour);
        XYSeries expected =
                chart.addSeries(line.name() + ", arithmetic", line.x(), millis(line.expected()));
        expected.setMarker(SeriesMarkers.NONE).setLineColor(colour).setLineStyle(DASHED);
    }

    private static double[] millis(double[] seconds) {
        return Arrays.stream(seconds).map(s -> s * 1e3).toArray();
    }
}
