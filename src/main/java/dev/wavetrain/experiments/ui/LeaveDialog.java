package dev.wavetrain.experiments.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import dev.wavetrain.shell.Texts;

/** Asks what to do with changes that are not saved. */
final class LeaveDialog extends ConfirmDialog {

    LeaveDialog(Texts texts, Runnable save, Runnable discard, Runnable stay) {
        setWidth("min(520px, 92vw)");
        setHeader(texts.get("leave.title"));
        setText(texts.get("leave.text"));
        setConfirmButton(texts.get("leave.save"), confirm -> save.run());
        setRejectable(true);
        setRejectButton(texts.get("leave.discard"), reject -> discard.run());
        setCancelable(true);
        setCancelButton(texts.get("leave.stay"), cancel -> stay.run());
    }
}
