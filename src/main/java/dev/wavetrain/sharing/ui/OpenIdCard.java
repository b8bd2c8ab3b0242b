package dev.wavetrain.sharing.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.sharing.OpenIdAccounts.Connection;
import dev.wavetrain.sharing.openid.OpenIdFlow;
import dev.wavetrain.sharing.openid.OpenIdPurpose;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.KeyValues;
import dev.wavetrain.shell.parts.OnceButton;
import dev.wavetrain.shell.parts.RelativeTime;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;

/** Connects one’s account with the issuer, so that it opens by that too, and takes it back. */
final class OpenIdCard extends Card {

    private final Texts texts;
    private final OpenIdFlow issuer;
    private final UUID account;
    private final Runnable disconnect;
    private final Clock clock;
    private final Span problem = new Span();
    private final Paragraph alert = new Paragraph(new Icon(Icon.Shape.WARNING), problem);
    private final Div body = new Div();

    /**
     * @param disconnect shows what is so then by {@link #show}
     */
    OpenIdCard(OpenIdFlow issuer, UUID account, Runnable disconnect, Clock clock, Texts texts) {
        super(texts.get("openid.card", issuer.name()));
        this.texts = texts;
        this.issuer = issuer;
        this.account = account;
        this.disconnect = disconnect;
        this.clock = clock;
        addClassName("wt-openid-card");
        alert.addClassName("wt-field-error");
        alert.getElement().setAttribute("role", "alert");
        alert.setVisible(false);
        body.addClassName("wt-stack");
        add(alert, body);
    }

    void show(Connection connection) {
        alert.setVisible(false);
        body.removeAll();
        if (connection.label() == null) {
            body.add(
                    muted(texts.get("openid.card.not", issuer.name())),
                    new OpenIdButton(
                            texts.get("openid.connect", issuer.name()),
                            issuer,
                            new OpenIdPurpose.Connect(account),
                            this::fail));
        } else {
            body.add(connected(connection));
            body.add(
                    connection.hasPassword()
                            ? new OnceButton(texts.get("openid.disconnect"), disconnect)
                            : muted(texts.get("openid.card.only")));
        }
    }

    private KeyValues connected(Connection connection) {
        Span who = new Span(Objects.requireNonNull(connection.label()));
        who.getElement().setAttribute("dir", "auto");
        return new KeyValues()
                .with(texts.get("openid.card.as"), who)
                .with(
                        texts.get("openid.card.since"),
                        new RelativeTime(Objects.requireNonNull(connection.since()), clock));
    }

    private static Paragraph muted(String text) {
        Paragraph says = new Paragraph(text);
        says.addClassName("wt-muted");
        return says;
    }

    /** Says why it did not work. */
    void fail(String why) {
        problem.setText(why);
        alert.setVisible(true);
        // Where the page has just been opened, its styles and other cards come a moment later.
        getElement()
                .executeJs("setTimeout(() => this.scrollIntoView({ block: 'nearest' }), $0)", 400);
    }
}
