package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.dom.Element;
import dev.wavetrain.shell.HelpLink;
import dev.wavetrain.shell.HelpTopic;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Icon;
import java.util.List;
import java.util.function.Consumer;

/** Examples of filters, each of which can be taken as it is. */
final class FilterHelp extends Button {

    /** What each does is the text {@code filter.example.N}. */
    private static final List<String> EXAMPLES =
            List.of(
                    "val_loss < 0.01",
                    "cell = GRU and units >= 40",
                    "state in (FAILED, DIVERGED) and started > 2d",
                    "tag = baseline or favourite = true",
                    "name contains \"damped wave\"",
                    "optimizer = ADAM and not learningRate = 0.001",
                    "seconds > 5m",
                    "group is not empty");

    private final Texts texts;
    private final Consumer<String> taken;
    private final Popover popover = new Popover();
    private boolean filled;

    FilterHelp(Texts texts, Consumer<String> taken) {
        super(new Icon(Icon.Shape.INFO));
        this.texts = texts;
        this.taken = taken;
        addThemeVariants(ButtonVariant.TERTIARY);
        setAriaLabel(texts.get("filter.help"));
        setTooltipText(texts.get("filter.help"));
        popover.setTarget(this);
        popover.setPosition(PopoverPosition.BOTTOM_START);
        popover.setModal(false);
        popover.setAriaLabel(texts.get("filter.help"));
        popover.addOpenedChangeListener(change -> fill());
    }

    /** They can wait until what the page is for has been drawn. */
    void fill() {
        if (filled) {
            return;
        }
        filled = true;
        Div content = new Div(new Paragraph(texts.get("filter.help.lead")));
        content.addClassName("wt-filter-help");
        for (int i = 0; i < EXAMPLES.size(); i++) {
            String example = EXAMPLES.get(i);
            NativeButton take = new NativeButton();
            Element code = new Element("code");
            code.setText(example);
            take.getElement().appendChild(code);
            take.add(new Span(texts.get("filter.example." + i)));
            take.addClickListener(click -> {
                popover.close();
                taken.accept(example);
            });
            content.add(take);
        }
        content.add(new HelpLink(HelpTopic.FILTER, texts.get("filter.help.more")));
        popover.add(content);
    }
}
