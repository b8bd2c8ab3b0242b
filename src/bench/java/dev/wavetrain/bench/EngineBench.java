package dev.wavetrain.bench;

import dev.wavetrain.experiments.Preset;
import java.util.Locale;

/**
 * Epochs a second of the bare engine on each preset: one thread, training with validation as the
 * preset says, nothing stored; by the clock and by the process's processor time, which other work
 * on the machine changes less.
 *
 * <p>Arguments: keys of the presets to run; none for all.
 */
public final class EngineBench {

    private EngineBench() {}

    public static void main(String[] keys) {
        Locale.setDefault(Locale.ROOT);
        Pace pace = Pace.fromEnvironment();
        System.out.printf("%-24s %14s %14s%n", "preset", "epochs/s", "epochs/CPU s");
        for (Preset preset : Measured.presets(keys)) {
            Pace.Rates rates =
                    pace.measure(epochs ->
                            BareEngine.train(BareEngine.plan(preset.definition(), epochs)));
            System.out.printf("%-24s %14.4g %14.4g%n", preset.key(), rates.wall(), rates.cpu());
        }
    }
}
