package dev.wavetrain.shell.parts;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import dev.wavetrain.shell.Texts;

/** Asks before something that nobody can undo. */
public final class Confirm {

    private Confirm() {}

    /**
     * @param action what the button says that does it
     */
    public static void ask(
            String title, String text, String action, Texts texts, Runnable confirmed) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(title);
        dialog.setText(text);
        dialog.setCancelable(true);
        dialog.setCancelText(texts.get("action.cancel"));
        dialog.setConfirmText(action);
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(yes -> confirmed.run());
        dialog.open();
    }
}
