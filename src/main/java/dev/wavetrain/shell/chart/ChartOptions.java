package dev.wavetrain.shell.chart;

import dev.wavetrain.common.Rule;
import dev.wavetrain.common.Rules;

/**
 * What a chart is and which controls it offers. Made by {@link #titled} and the {@code with}
 * methods.
 *
 * @param title names the chart to assistive technology and in the names of saved files
 * @param xTitle the title of the x axis, such as "Epoch"
 * @param yTitle the title of the y axis
 * @param rememberAs under which name the browser remembers log scale, smoothing and levels; charts
 *     of one kind share it; empty: nothing is remembered
 * @param logSwitch whether a logarithmic y axis can be chosen
 * @param smoothing whether lines can be smoothed (an exponential moving average, over the raw line)
 * @param wholeX whether x counts something (epochs, samples), so that it is written without
 *     decimals
 * @param toolbar whether zoom, pan and saving are offered; small previews do without
 */
public record ChartOptions(
        String title,
        String xTitle,
        String yTitle,
        String rememberAs,
        boolean logSwitch,
        boolean smoothing,
        boolean wholeX,
        boolean toolbar) {

    public ChartOptions {
        new Rules().that(!title.isBlank(), "title", Rule.REQUIRED).check();
    }

    public static ChartOptions titled(String title, String xTitle, String yTitle) {
        return new ChartOptions(title, xTitle, yTitle, "", false, false, false, true);
    }

    public ChartOptions withMemory(String name) {
        return new ChartOptions(title, xTitle, yTitle, name, logSwitch, smoothing, wholeX, toolbar);
    }

    public ChartOptions withLogSwitch() {
        return new ChartOptions(
                title, xTitle, yTitle, rememberAs, true, smoothing, wholeX, toolbar);
    }

    public ChartOptions withSmoothing() {
        return new ChartOptions(
                title, xTitle, yTitle, rememberAs, logSwitch, true, wholeX, toolbar);
    }

    public ChartOptions withWholeX() {
        return new ChartOptions(
                title, xTitle, yTitle, rememberAs, logSwitch, smoothing, true, toolbar);
    }

    public ChartOptions withoutToolbar() {
        return new ChartOptions(
                title, xTitle, yTitle, rememberAs, logSwitch, smoothing, wholeX, false);
    }
}
