package dev.wavetrain.runs.ui;

import dev.wavetrain.runs.RunState;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Badge;
import dev.wavetrain.shell.parts.Html;
import dev.wavetrain.shell.parts.Icon;

/** The one colour, icon and word that a run's state has everywhere; the word is {@code state.X}. */
record StateLook(Badge.Tone tone, Icon.Shape shape) {

    static StateLook of(RunState state) {
        return switch (state) {
            case QUEUED -> new StateLook(Badge.Tone.NEUTRAL, Icon.Shape.CLOCK);
            case RUNNING -> new StateLook(Badge.Tone.ACTIVE, Icon.Shape.WAVE);
            case PAUSED -> new StateLook(Badge.Tone.WAITING, Icon.Shape.PAUSE);
            case COMPLETED -> new StateLook(Badge.Tone.GOOD, Icon.Shape.CHECK);
            case STOPPED_EARLY -> new StateLook(Badge.Tone.GOOD, Icon.Shape.FLAG);
            case DIVERGED -> new StateLook(Badge.Tone.BAD, Icon.Shape.DIVERGED);
            case CANCELLED -> new StateLook(Badge.Tone.NEUTRAL, Icon.Shape.STOP);
            case FAILED -> new StateLook(Badge.Tone.BAD, Icon.Shape.CROSS);
        };
    }

    static Badge badge(RunState state, Texts texts) {
        StateLook look = of(state);
        return new Badge(look.tone, look.shape, texts.nameOf("state", state));
    }

    static String html(RunState state, Texts texts) {
        StateLook look = of(state);
        return Html.badge(look.tone, look.shape, texts.nameOf("state", state));
    }

    static void show(Badge badge, RunState state, Texts texts) {
        StateLook look = of(state);
        badge.show(look.tone, look.shape, texts.nameOf("state", state));
    }
}
