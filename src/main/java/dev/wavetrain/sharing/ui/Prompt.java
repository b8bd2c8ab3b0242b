package dev.wavetrain.sharing.ui;

import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.NamePrompt;
import java.util.function.Consumer;

/** Asks for one name. */
final class Prompt extends NamePrompt {

    Prompt(
            String title,
            String label,
            String value,
            String action,
            Texts texts,
            Consumer<String> done) {
        super(title, label, value, action, texts, done);
    }
}
