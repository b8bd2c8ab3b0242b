package dev.wavetrain.sharing.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.common.UserId;
import dev.wavetrain.sharing.OpenIdAccounts;
import dev.wavetrain.sharing.OpenIdAccounts.Connection;
import dev.wavetrain.sharing.PasswordChanges;
import dev.wavetrain.sharing.Sessions;
import dev.wavetrain.sharing.SignedIn;
import dev.wavetrain.sharing.Tokens;
import dev.wavetrain.sharing.openid.OpenIdFlow;
import dev.wavetrain.shell.AccountPart;
import dev.wavetrain.shell.Guarded;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.shell.parts.PageHeader;
import dev.wavetrain.shell.parts.Toast;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;

/** One's own account: password, tokens for scripts, and where one is signed in. */
@StyleSheet("styles/runs.css")
@StyleSheet("styles/team.css")
@Route("account")
@PermitAll
class AccountView extends Div implements BeforeEnterObserver, Guarded, HasDynamicTitle {

    private final Texts texts = Texts.current();
    private final Sessions sessions;
    private final OpenIdAccounts people;
    private final OpenIdFlow issuer;
    private final OpenIdCard other;

    AccountView(
            CurrentCaller current,
            Sessions sessions,
            PasswordChanges passwords,
            OpenIdAccounts people,
            OpenIdFlow issuer,
            Tokens tokens,
            List<AccountPart> parts,
            Clock clock) {
        this.sessions = sessions;
        this.people = people;
        this.issuer = issuer;
        Caller caller = current.get();
        UserId user = caller.user();
        other = new OpenIdCard(issuer, user.value(), () -> disconnect(user), clock, texts);
        Connection connection = people.connection(user);
        other.show(connection);
        other.setVisible(issuer.isOn());
        Div column = new Div(other, everywhere(caller, passwords));
        column.addClassName("wt-account-column");
        Div cards = new Div(password(user, connection, passwords), column);
        cards.addClassName("wt-account-cards");
        parts.forEach(part -> cards.addComponentAsFirst(part.make(caller, texts)));
        add(
                new PageHeader(texts.get("account.title"))
                        .lead(texts.get("account.lead", caller.name())),
                new TokensCard(caller.user(), tokens, clock, texts),
                cards);
    }

    private Card password(UserId user, Connection connection, PasswordChanges passwords) {
        if (connection.hasPassword()) {
            return new PasswordCard(
                    texts, (old, password) -> goOn(passwords.change(user, old, password)));
        }
        Paragraph says =
                new Paragraph(
                        issuer.isOn()
                                ? texts.get("openid.noPassword", issuer.name())
                                : texts.get("openid.noPassword.off"));
        says.addClassName("wt-muted");
        return new Card(texts.get("account.password"), says);
    }

    private void disconnect(UserId user) {
        goOn(people.disconnect(user));
        other.show(people.connection(user));
        Toast.say(texts.get("openid.disconnected"));
    }

    /** Back from the issuer: how it went stands in the address, and is said once. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters said = event.getLocation().getQueryParameters();
        if (!issuer.isOn() || said.getSingleParameter(OpenIdWords.PARAMETER).isEmpty()) {
            return;
        }
        OpenIdWords.refused(said, issuer, texts)
                .ifPresentOrElse(
                        other::fail, () -> Toast.say(texts.get("openid.connected", issuer.name())));
        event.getUI().getPage().getHistory().replaceState(null, "account");
    }

    private Card everywhere(Caller caller, PasswordChanges passwords) {
        Button end = new Button(texts.get("account.everywhere.action"));
        end.addClickListener(click -> {
            goOn(passwords.endSessions(caller.user()));
            Toast.say(texts.get("account.everywhere.done"));
        });
        Paragraph says = new Paragraph(texts.get("account.everywhere.text"));
        says.addClassName("wt-muted");
        return new Card(texts.get("account.everywhere"), says, end);
    }

    /** The other sessions have ended; this one is the same person's still. */
    private void goOn(SignedIn who) {
        sessions.open(
                VaadinServletRequest.getCurrent().getHttpServletRequest(),
                VaadinServletResponse.getCurrent().getHttpServletResponse(),
                who);
    }

    /** It is about the account alone, and something may have been typed or be readable once. */
    @Override
    public boolean stillRight() {
        return true;
    }

    @Override
    public String getPageTitle() {
        return texts.title("account.title");
    }
}
