package dev.wavetrain.sharing.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.MemberRole;
import dev.wavetrain.sharing.Invitations;
import dev.wavetrain.sharing.Projects.ProjectDetails;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.OnceShown;
import java.util.List;

/** Asks whom to invite and to what, and shows the address, which is readable this once. */
final class InviteDialog extends Dialog {

    private final Caller caller;
    private final Invitations invitations;
    private final Texts texts;
    private final Runnable made;
    private final TextField note = new TextField();
    private final Select<ProjectDetails> project = new Select<>();
    private final RoleSelect role;

    InviteDialog(
            Caller caller,
            Invitations invitations,
            List<ProjectDetails> projects,
            Texts texts,
            Runnable made) {
        super(texts.get("team.invite"));
        this.caller = caller;
        this.invitations = invitations;
        this.texts = texts;
        this.made = made;
        role = new RoleSelect(texts, MemberRole.EDITOR);
        setWidth("min(560px, 92vw)");
        note.setLabel(texts.get("invite.note"));
        note.setHelperText(texts.get("invite.note.help"));
        note.setWidthFull();
        note.setAutofocus(true);
        note.setManualValidation(true);
        project.setLabel(texts.get("invite.project"));
        project.setItems(
                projects.stream()
                        .filter(one -> !one.personal() && one.role() == MemberRole.ADMIN)
                        .toList());
        project.setItemLabelGenerator(
                one -> one == null ? texts.get("invite.project.none") : one.name());
        project.setEmptySelectionAllowed(true);
        project.setEmptySelectionCaption(texts.get("invite.project.none"));
        role.setLabel(texts.get("members.role"));
        role.setEnabled(false);
        project.addValueChangeListener(change -> role.setEnabled(change.getValue() != null));
        Div fields = new Div(project, role);
        fields.addClassName("wt-inline-form");
        add(new Paragraph(texts.get("invite.lead")), note, fields);
        Button go = new Button(texts.get("invite.make"), click -> make());
        go.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(texts.get("action.cancel"), click -> close()), go);
    }

    private void make() {
        ProjectDetails to = project.getValue();
        try {
            Invitations.Issued issued =
                    invitations.invite(
                            caller,
                            note.getValue(),
                            to == null ? null : to.id(),
                            role.getValue(),
                            null);
            made.run();
            show(issued);
        } catch (InvalidValue wrong) {
            note.setErrorMessage(texts.error(wrong.errors().getFirst()));
            note.setInvalid(true);
        }
    }

    private void show(Invitations.Issued issued) {
        removeAll();
        getFooter().removeAll();
        add(
                OnceShown.address(
                        "join/" + issued.key(),
                        texts.get("invite.says", texts.exactly(issued.invitation().expiresAt())),
                        texts));
        Button done = new Button(texts.get("action.close"), click -> close());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(done);
    }
}
