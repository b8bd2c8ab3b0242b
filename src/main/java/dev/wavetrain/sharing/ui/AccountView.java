package dev.wavetrain.sharing.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.sharing.PasswordChanges;
import dev.wavetrain.sharing.Sessions;
import dev.wavetrain.sharing.SignedIn;
import dev.wavetrain.sharing.Tokens;
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
class AccountView extends Div implements Guarded, HasDynamicTitle {

    private final Texts texts = Texts.current();
    private final Sessions sessions;

    AccountView(
            CurrentCaller current,
            Sessions sessions,
            PasswordChanges passwords,
            Tokens tokens,
            List<AccountPart> parts,
            Clock clock) {
        this.sessions = sessions;
        Caller caller = current.get();
        Div cards =
                new Div(
                        new PasswordCard(
                                texts,
                                (old, password) ->
                                        goOn(passwords.change(caller.user(), old, password))),
                        everywhere(caller, passwords));
        cards.addClassName("wt-account-cards");
        parts.forEach(part -> cards.addComponentAsFirst(part.make(caller, texts)));
        add(
                new PageHeader(texts.get("account.title"))
                        .lead(texts.get("account.lead", caller.name())),
                new TokensCard(caller.user(), tokens, clock, texts),
                cards);
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
