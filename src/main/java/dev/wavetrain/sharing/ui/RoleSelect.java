package dev.wavetrain.sharing.ui;

import com.vaadin.flow.component.select.Select;
import dev.wavetrain.common.Role;
import dev.wavetrain.shell.Texts;

/** The choice of what a member may do. */
final class RoleSelect extends Select<Role> {

    RoleSelect(Texts texts, Role value) {
        setItems(Role.values());
        setItemLabelGenerator(role -> texts.nameOf("role", role));
        setValue(value);
        addClassName("wt-role");
    }
}
