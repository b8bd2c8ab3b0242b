package dev.wavetrain.shell.parts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import dev.wavetrain.shell.Texts;

/** A word about what just happened, at the lower edge; with a way back where there is one. */
public final class Toast {

    private static final int SHORT_MILLIS = 4_000;
    private static final int LONG_MILLIS = 9_000;

    private Toast() {}

    /** Says that something was done. */
    public static void say(String text) {
        open(new Span(text), SHORT_MILLIS);
    }

    /** Says that something was not done, and why. */
    public static void fail(String text) {
        Span words = new Span(text);
        words.getElement().setAttribute("role", "alert");
        open(words, LONG_MILLIS).addClassName("wt-toast-bad");
    }

    /** Says that something was done and offers to undo it, for nine seconds. */
    public static void undoable(String text, Runnable undo) {
        Button back = new Button(Texts.current().get("action.undo"));
        back.addThemeVariants(ButtonVariant.TERTIARY);
        Div line = new Div(new Span(text), back);
        line.addClassName("wt-toast-line");
        Notification toast = open(line, LONG_MILLIS);
        back.addClickListener(click -> {
            toast.close();
            undo.run();
        });
    }

    private static Notification open(com.vaadin.flow.component.Component content, int millis) {
        Notification toast = new Notification(content);
        toast.setDuration(millis);
        toast.setPosition(Notification.Position.BOTTOM_START);
        toast.addClassName("wt-toast");
        toast.open();
        return toast;
    }
}
