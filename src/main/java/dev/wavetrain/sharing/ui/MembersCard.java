package dev.wavetrain.sharing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.MemberRole;
import dev.wavetrain.sharing.Members;
import dev.wavetrain.sharing.Members.Member;
import dev.wavetrain.sharing.Projects.ProjectDetails;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.shell.parts.SimpleTable;
import dev.wavetrain.shell.parts.Toast;
import dev.wavetrain.shell.parts.ViewOnly;
import java.util.List;

/** Who is in a project. Its admins add, change and remove; all may leave. */
final class MembersCard extends Card {

    private final Caller caller;
    private final ProjectDetails project;
    private final Members members;
    private final Texts texts;
    private final Div place = new Div();
    private final boolean administers;

    MembersCard(Caller caller, ProjectDetails project, Members members, Texts texts) {
        super(texts.get("members.title"));
        this.caller = caller;
        this.project = project;
        this.members = members;
        this.texts = texts;
        administers = caller.mayAdminister(project.id());
        if (administers) {
            add(adding());
        } else {
            add(new ViewOnly(texts.get("members.admins")));
        }
        add(place);
        list();
    }

    private Div adding() {
        TextField name = new TextField(texts.get("members.account"));
        name.setManualValidation(true);
        name.setPlaceholder(texts.get("members.account.hint"));
        name.getElement().setAttribute("autocapitalize", "none");
        RoleSelect role = new RoleSelect(texts, MemberRole.EDITOR);
        role.setLabel(texts.get("members.role"));
        Button add = new Button(texts.get("members.add"), click -> add(name, role.getValue()));
        add.addThemeVariants(ButtonVariant.PRIMARY);
        name.addKeyDownListener(Key.ENTER, enter -> add(name, role.getValue()));
        Div form = new Div(name, role, add);
        form.addClassName("wt-inline-form");
        Paragraph says = new Paragraph(texts.get("members.roles"));
        says.addClassName("wt-muted");
        return new Div(form, says);
    }

    private void add(TextField name, MemberRole role) {
        name.setInvalid(false);
        try {
            Member added = members.add(caller, project.id(), name.getValue(), role);
            name.clear();
            Toast.say(texts.get("members.added", added.name()));
            list();
        } catch (InvalidValue unknown) {
            refuse(name, texts.get("members.unknown"));
        } catch (Conflict already) {
            refuse(name, texts.get("members.already"));
        }
    }

    private static void refuse(TextField name, String why) {
        name.setErrorMessage(why);
        name.setInvalid(true);
        name.focus();
    }

    private void list() {
        place.removeAll();
        SimpleTable table =
                new SimpleTable(
                        texts.get("members.title"),
                        List.of(
                                texts.get("field.name"),
                                texts.get("members.role"),
                                texts.get("column.actions")));
        members.list(caller, project.id()).forEach(member -> row(table, member));
        place.add(table);
    }

    private void row(SimpleTable table, Member member) {
        boolean me = member.account().equals(caller.user());
        Span name = PersonName.of(member.name(), me, member.active(), texts);
        Component role =
                administers ? roles(member) : new Span(texts.nameOf("role", member.role()));
        Div actions = new Div();
        actions.addClassName("wt-row-actions");
        if (me || administers) {
            Button out =
                    new Button(
                            texts.get(me ? "members.leave" : "members.remove"),
                            click -> remove(member, me));
            out.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            out.setAriaLabel(
                    texts.get(me ? "members.leave" : "members.remove.named", member.name()));
            actions.add(out);
        }
        table.row(name, role, actions);
    }

    private RoleSelect roles(Member member) {
        RoleSelect select = new RoleSelect(texts, member.role());
        select.setAriaLabel(texts.get("members.role.of", member.name()));
        select.addValueChangeListener(change -> {
            try {
                if (change.isFromClient()) {
                    var _ =
                            members.change(
                                    caller, project.id(), member.account(), change.getValue());
                    Toast.say(texts.get("members.changed", member.name()));
                }
            } catch (Conflict lastAdmin) {
                select.setValue(change.getOldValue());
                Toast.fail(texts.get("members.lastAdmin"));
            }
        });
        return select;
    }

    private void remove(Member member, boolean me) {
        try {
            members.remove(caller, project.id(), member.account());
        } catch (Conflict lastAdmin) {
            Toast.fail(texts.get("members.lastAdmin"));
            return;
        }
        if (me) {
            UI.getCurrent().navigate("projects");
            Toast.say(texts.get("members.left", project.name()));
            return;
        }
        list();
        Toast.undoable(
                texts.get("members.removed", member.name()),
                () -> {
                    var _ = members.add(caller, project.id(), member.name(), member.role());
                    list();
                });
    }
}
