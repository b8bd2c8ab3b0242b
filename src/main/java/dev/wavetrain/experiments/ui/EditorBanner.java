package dev.wavetrain.experiments.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.wavetrain.experiments.ExperimentDetails;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Banner;
import dev.wavetrain.shell.parts.Icon;

/** Says above the form what stands in the way of saving, and offers the ways on. */
abstract sealed class EditorBanner extends Banner {

    private EditorBanner(String title, String text, Component... waysOn) {
        getElement().setAttribute("role", "alert");
        Div actions = new Div(waysOn);
        actions.addClassName("wt-banner-actions");
        show("warning", Icon.Shape.WARNING, title, new Paragraph(text), actions);
    }

    /** The other's version is kept whatever is chosen: versions are never overwritten. */
    static final class ChangedElsewhere extends EditorBanner {

        ChangedElsewhere(
                Texts texts, ExperimentDetails theirs, Runnable saveOver, Runnable saveAsNew) {
            super(
                    texts.get("elsewhere.title"),
                    texts.get(
                            "elsewhere.text", theirs.version(), texts.exactly(theirs.updatedAt())),
                    new Button(texts.get("elsewhere.over"), click -> saveOver.run()),
                    new Button(texts.get("elsewhere.new"), click -> saveAsNew.run()),
                    new Anchor(
                            "experiments/" + theirs.id(),
                            texts.get("elsewhere.look"),
                            AnchorTarget.BLANK));
        }
    }

    static final class Archived extends EditorBanner {

        Archived(Texts texts, Runnable unarchive) {
            super(
                    texts.get("editor.archived.title"),
                    texts.get("editor.archived.text"),
                    new Button(texts.get("editor.unarchive"), click -> unarchive.run()));
        }
    }
}
