package dev.wavetrain.talking.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.ProjectNames.Named;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.shell.parts.Toast;
import dev.wavetrain.talking.NoticeChoices;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What one wants to be told; stored as it is ticked. */
@StyleSheet("styles/talk.css")
final class ChoicesCard extends Card {

    private final Caller caller;
    private final ChoicesPart services;
    private final Texts texts;
    private final Checkbox mentions;
    private final Checkbox finished;
    private final Checkbox failed;
    private final Checkbox diverged;
    private final Checkbox own;
    private final Checkbox favourites;
    private final Checkbox browser;
    private final Map<ProjectId, Checkbox> projects = new LinkedHashMap<>();

    ChoicesCard(Caller caller, ChoicesPart services, Texts texts) {
        super(texts.get("choices.title"));
        this.caller = caller;
        this.services = services;
        this.texts = texts;
        NoticeChoices now = services.notices().choices(caller);
        mentions = box(texts.get("choices.mentions"), now.mentions());
        finished = box(texts.get("choices.finished"), now.finished());
        failed = box(texts.get("choices.failed"), now.failed());
        diverged = box(texts.get("choices.diverged"), now.diverged());
        own = box(texts.get("choices.own"), now.own());
        favourites = box(texts.get("choices.favourites"), now.favourites());
        browser = new Checkbox(texts.get("choices.browser"), now.browser());
        browser.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                browser(change.getValue());
            }
        });
        for (Named project : services.projects().of(caller)) {
            if (!project.personal()) {
                Checkbox box =
                        box(
                                texts.get("choices.project", project.name()),
                                now.projects().contains(project.id()));
                projects.put(project.id(), box);
            }
        }
        Div which = group("choices.which", own, favourites);
        projects.values().forEach(which::add);
        Div all =
                new Div(
                        group("choices.what", mentions, finished, failed, diverged),
                        which,
                        group("choices.how", browser));
        all.addClassName("wt-choices");
        add(all);
    }

    private Checkbox box(String label, boolean ticked) {
        Checkbox box = new Checkbox(label, ticked);
        box.addValueChangeListener(change -> store());
        return box;
    }

    private Div group(String title, Checkbox... boxes) {
        Div group = new Div();
        group.addClassName("wt-choice-group");
        Span name = new Span(texts.get(title));
        name.addClassName("wt-muted");
        group.add(name);
        group.add(boxes);
        group.getElement().setAttribute("role", "group");
        group.getElement().setAttribute("aria-label", texts.get(title));
        return group;
    }

    private void store() {
        Set<ProjectId> followed =
                projects.entrySet().stream()
                        .filter(entry -> entry.getValue().getValue())
                        .map(Map.Entry::getKey)
                        .filter(caller::sees)
                        .collect(Collectors.toSet());
        services.notices()
                .choose(
                        caller,
                        new NoticeChoices(
                                mentions.getValue(),
                                finished.getValue(),
                                failed.getValue(),
                                diverged.getValue(),
                                own.getValue(),
                                favourites.getValue(),
                                browser.getValue(),
                                followed));
    }

    /** A browser asks its user only where something was clicked. */
    private void browser(boolean wanted) {
        if (!wanted) {
            store();
            return;
        }
        browser.getElement()
                .executeJs(
                        "return window.Notification"
                                + " ? Notification.requestPermission() : 'unsupported'")
                .then(String.class, this::answered);
    }

    private void answered(String permission) {
        if (permission.equals("granted")) {
            store();
        } else {
            browser.setValue(false);
            Toast.fail(
                    texts.get(
                            permission.equals("unsupported")
                                    ? "choices.browser.unsupported"
                                    : "choices.browser.denied"));
        }
    }
}
