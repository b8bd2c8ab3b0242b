package dev.wavetrain.shell;

import java.util.Locale;

/** The picture of the entry pages: a damped oscillation as a net learns it, epoch by epoch. */
final class Waves {

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 400;
    private static final int CURVES = 7;

    private Waves() {}

    /** The first curves are flat and wrong, the last is the wave. */
    static String svg() {
        StringBuilder svg = new StringBuilder();
        svg.append("<svg viewBox='0 0 %d %d' preserveAspectRatio='none'>".formatted(WIDTH, HEIGHT));
        for (int curve = 1; curve <= CURVES; curve++) {
            double learned = (double) curve / CURVES;
            svg.append(String.format(Locale.ROOT, "<path style='--learned:%.2f' d='", learned));
            for (int x = 0; x <= WIDTH; x += 8) {
                svg.append(x == 0 ? 'M' : 'L').append(x).append(' ');
                svg.append(String.format(Locale.ROOT, "%.1f", height(x, learned)));
            }
            svg.append("'/>");
        }
        return svg.append("</svg>").toString();
    }

    private static double height(int x, double learned) {
        double phase = x / 60.0 - (1 - learned) * 1.6;
        double damped = Math.exp(-x / 700.0) * Math.cos(phase);
        return HEIGHT * (0.5 - 0.42 * learned * learned * damped);
    }
}
