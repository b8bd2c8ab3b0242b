package dev.wavetrain.sharing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.sharing.PasswordChanges;
import dev.wavetrain.sharing.Team;
import dev.wavetrain.sharing.Team.Teammate;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.shell.parts.EmptyState;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.OnceShown;
import dev.wavetrain.shell.parts.PageHeader;
import dev.wavetrain.shell.parts.RelativeTime;
import dev.wavetrain.shell.parts.SimpleTable;
import dev.wavetrain.shell.parts.Toast;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The people of this server; for its owner also how they come and go. */
@StyleSheet("styles/runs.css")
@StyleSheet("styles/team.css")
@Route("team")
@Menu(title = "nav.team", icon = "USERS", order = 9)
@PermitAll
class TeamView extends Div implements HasDynamicTitle {

    private final Texts texts = Texts.current();
    private final Caller caller;
    private final Team team;
    private final PasswordChanges passwords;
    private final Clock clock;
    private final Div people = new Div();

    TeamView(
            CurrentCaller caller,
            Team team,
            PasswordChanges passwords,
            InvitationCards invitations,
            Clock clock) {
        this.caller = caller.get();
        this.team = team;
        this.passwords = passwords;
        this.clock = clock;
        PageHeader header = new PageHeader(texts.get("nav.team"));
        boolean owner = this.caller.owner();
        header.lead(texts.get(owner ? "team.lead.owner" : "team.lead"));
        add(header, new Card(texts.get("team.people"), people));
        if (owner) {
            OpenInvitations open = invitations.open(this.caller, texts);
            Button invite = new Button(texts.get("team.invite"), new Icon(Icon.Shape.PLUS));
            invite.addThemeVariants(ButtonVariant.PRIMARY);
            invite.addClickListener(
                    click -> invitations.dialog(this.caller, texts, open::show).open());
            Button audit = new Button(texts.get("audit.open"));
            audit.addThemeVariants(ButtonVariant.TERTIARY);
            audit.addClickListener(click -> UI.getCurrent().navigate("audit"));
            header.actions(audit, invite);
            add(open);
        }
        list();
    }

    private void list() {
        List<Teammate> mates = team.list(caller);
        people.removeAll();
        List<String> columns = new ArrayList<>();
        columns.add(texts.get("field.name"));
        columns.add(texts.get("team.role"));
        columns.add(texts.get("team.seen"));
        columns.add(texts.get("team.projects"));
        if (caller.owner()) {
            columns.add(texts.get("column.actions"));
        }
        SimpleTable table = new SimpleTable(texts.get("team.people"), columns);
        mates.forEach(mate -> row(table, mate));
        people.add(table);
        if (mates.size() == 1) {
            people.add(
                    new EmptyState(
                            Icon.Shape.USERS,
                            texts.get("team.empty"),
                            texts.get(caller.owner() ? "team.empty.owner" : "team.empty.text")));
        }
    }

    private void row(SimpleTable table, Teammate mate) {
        boolean me = mate.account().equals(caller.user());
        List<Component> cells = new ArrayList<>();
        cells.add(PersonName.of(mate.name(), me, mate.active(), texts));
        cells.add(new Span(texts.get(mate.owner() ? "team.role.owner" : "team.role.member")));
        cells.add(
                mate.lastSeenAt() == null
                        ? new Span(texts.get("team.seen.never"))
                        : new RelativeTime(mate.lastSeenAt(), clock));
        cells.add(projects(mate));
        if (caller.owner()) {
            cells.add(me ? new Span() : actions(mate));
        }
        table.row(cells.toArray(Component[]::new));
    }

    private static Div projects(Teammate mate) {
        Div chips = new Div();
        chips.addClassName("wt-chips");
        mate.projects()
                .forEach(name -> {
                    Span chip = PersonName.chip(name);
                    chip.getElement().setAttribute("dir", "auto");
                    chip.setTitle(name);
                    chips.add(chip);
                });
        return chips;
    }

    private MenuBar actions(Teammate mate) {
        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.TERTIARY);
        bar.addClassName("wt-more");
        MenuItem open = bar.addItem(new Icon(Icon.Shape.MORE));
        open.setAriaLabel(texts.get("team.actions", mate.name()));
        SubMenu menu = open.getSubMenu();
        if (mate.active()) {
            menu.addItem(texts.get("team.reset"), click -> reset(mate));
            menu.addItem(texts.get("team.deactivate"), click -> deactivate(mate));
        } else {
            menu.addItem(texts.get("team.reactivate"), click -> reactivate(mate));
        }
        return bar;
    }

    private void reset(Teammate mate) {
        PasswordChanges.Reset reset = passwords.reset(caller, mate.account());
        Dialog dialog = new Dialog(texts.get("team.reset.title"));
        dialog.setWidth("min(560px, 92vw)");
        dialog.add(
                OnceShown.address(
                        "reset/" + reset.key(),
                        texts.get("team.reset.says", mate.name(), texts.exactly(reset.expiresAt())),
                        texts));
        dialog.getFooter().add(new Button(texts.get("action.close"), click -> dialog.close()));
        dialog.open();
    }

    private void deactivate(Teammate mate) {
        try {
            team.deactivate(caller, mate.account());
            Toast.undoable(texts.get("team.deactivated", mate.name()), () -> reactivate(mate));
        } catch (Conflict already) {
            // Somebody else did this meanwhile: the list shows it.
        }
        list();
    }

    private void reactivate(Teammate mate) {
        try {
            team.reactivate(caller, mate.account());
            Toast.say(texts.get("team.reactivated", mate.name()));
        } catch (Conflict already) {
            // As above.
        }
        list();
    }

    @Override
    public String getPageTitle() {
        return texts.title("nav.team");
    }
}
