package dev.wavetrain.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import dev.wavetrain.shell.parts.EmptyState;
import dev.wavetrain.shell.parts.Icon;

/** A page that says what went wrong and leads home. */
abstract class FaultPage extends Div implements HasDynamicTitle {

    private String title = "";

    FaultPage() {
        addClassName("wt-fault");
    }

    /** Shows the texts {@code error.<key>.title} and {@code error.<key>.text}. */
    void show(String key, Object... arguments) {
        Texts texts = Texts.current();
        title = texts.title("error." + key + ".title");
        getElement().setAttribute("data-fault", key);
        Button home = new Button(texts.get("action.home"));
        home.addThemeVariants(ButtonVariant.PRIMARY);
        home.addClickListener(click -> home.getUI().ifPresent(ui -> ui.navigate("")));
        Component page =
                EmptyState.alone(
                        Icon.Shape.DIVERGED,
                        texts.get("error." + key + ".title"),
                        texts.get("error." + key + ".text", arguments),
                        home);
        removeAll();
        add(page);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
