package dev.wavetrain.sharing.ui;

import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.shell.Texts;

/** Shows in an entry form what is wrong with what was entered. */
final class EntryErrors {

    private EntryErrors() {}

    static void clear(EntryForm form) {
        form.name.setInvalid(false);
        form.password.setInvalid(false);
    }

    static void show(EntryForm form, InvalidValue invalid, Texts texts) {
        invalid.errors().forEach(error -> show(form, error, texts));
        form.submit.setEnabled(true);
    }

    private static void show(EntryForm form, FieldError error, Texts texts) {
        switch (error.field()) {
            case "name" -> {
                form.name.setErrorMessage(texts.error(error));
                form.name.setInvalid(true);
            }
            case "password" -> {
                form.password.setErrorMessage(texts.error(error));
                form.password.setInvalid(true);
            }
            default -> form.fail(error.field() + " " + texts.error(error));
        }
    }
}
