package dev.wavetrain.shell.parts;

import com.vaadin.flow.component.button.Button;

/**
 * A button that the second click of a hasty finger finds disabled, until it is enabled anew. What
 * could not be done may be tried again at once.
 */
public class OnceButton extends Button {

    public OnceButton(String text, Icon icon, Runnable action) {
        this(text, action);
        setIcon(icon);
    }

    public OnceButton(String text, Runnable action) {
        super(text);
        setDisableOnClick(true);
        addClickListener(click -> act(action));
    }

    /** Nothing travels where nothing changes: pages that follow a run say it with every epoch. */
    @Override
    public void setEnabled(boolean enabled) {
        if (enabled != getElement().isEnabled()) {
            super.setEnabled(enabled);
        }
    }

    private void act(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException failed) {
            setEnabled(true);
            throw failed;
        }
    }
}
