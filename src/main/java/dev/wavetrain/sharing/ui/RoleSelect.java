package dev.wavetrain.sharing.ui;

import com.vaadin.flow.component.select.Select;
import dev.wavetrain.common.MemberRole;
import dev.wavetrain.shell.Texts;

/** The choice of what a member may do. */
final class RoleSelect extends Select<MemberRole> {

    RoleSelect(Texts texts, MemberRole value) {
        setItems(MemberRole.values());
        setItemLabelGenerator(role -> texts.nameOf("role", role));
        setValue(value);
        addClassName("wt-role");
    }
}
