package dev.wavetrain.sharing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.UserId;
import dev.wavetrain.sharing.Tokens;
import dev.wavetrain.sharing.Tokens.TokenDetails;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.shell.parts.Confirm;
import dev.wavetrain.shell.parts.OnceShown;
import dev.wavetrain.shell.parts.RelativeTime;
import dev.wavetrain.shell.parts.SimpleTable;
import dev.wavetrain.shell.parts.Toast;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One's own tokens: made, shown once, and revoked. */
final class TokensCard extends Card {

    /** Days a new one may live; 0 for ever. */
    private static final List<Integer> LIVES = List.of(30, 90, 365, 0);

    private final UserId user;
    private final Tokens tokens;
    private final Clock clock;
    private final Texts texts;
    private final TextField name = new TextField();
    private final Select<Integer> life = new Select<>();
    private final Div made = new Div();
    private final Div place = new Div();

    TokensCard(UserId user, Tokens tokens, Clock clock, Texts texts) {
        super(texts.get("tokens.title"));
        this.user = user;
        this.tokens = tokens;
        this.clock = clock;
        this.texts = texts;
        Paragraph lead = new Paragraph(texts.get("tokens.lead"));
        lead.addClassName("wt-muted");
        name.setLabel(texts.get("tokens.name"));
        name.setPlaceholder(texts.get("tokens.name.hint"));
        name.setManualValidation(true);
        life.setLabel(texts.get("tokens.life"));
        life.setItems(LIVES);
        life.setItemLabelGenerator(
                days -> days == 0 ? texts.get("tokens.never") : texts.get("tokens.days", days));
        life.setValue(LIVES.get(1));
        Button make = new Button(texts.get("tokens.make"), click -> make());
        make.addThemeVariants(ButtonVariant.PRIMARY);
        Div form = new Div(name, life, make);
        form.addClassName("wt-inline-form");
        add(lead, form, made, place);
        list();
    }

    private void make() {
        name.setInvalid(false);
        try {
            Tokens.Issued issued = tokens.issue(user, name.getValue(), end());
            made.removeAll();
            made.add(OnceShown.token(issued.token(), texts));
            name.clear();
            list();
        } catch (InvalidValue wrong) {
            name.setErrorMessage(texts.error(wrong.errors().getFirst()));
            name.setInvalid(true);
            name.focus();
        }
    }

    private @Nullable Instant end() {
        int days = life.getValue();
        return days == 0 ? null : clock.instant().plus(Duration.ofDays(days));
    }

    private void list() {
        List<TokenDetails> all = tokens.list(user);
        place.removeAll();
        if (all.isEmpty()) {
            Paragraph none = new Paragraph(texts.get("tokens.none"));
            none.addClassName("wt-muted");
            place.add(none);
            return;
        }
        SimpleTable table =
                new SimpleTable(
                        texts.get("tokens.title"),
                        List.of(
                                texts.get("tokens.name"),
                                texts.get("tokens.made"),
                                texts.get("tokens.ends"),
                                texts.get("tokens.used"),
                                texts.get("column.actions")));
        all.forEach(token -> row(table, token));
        place.add(table);
    }

    private void row(SimpleTable table, TokenDetails token) {
        Span words = new Span(token.name());
        words.getElement().setAttribute("dir", "auto");
        Button revoke = new Button(texts.get("action.revoke"), click -> ask(token));
        revoke.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        revoke.setAriaLabel(texts.get("tokens.revoke.named", token.name()));
        table.row(
                words,
                new RelativeTime(token.createdAt(), clock),
                new Span(ends(token.expiresAt())),
                used(token.lastUsedAt()),
                revoke);
    }

    private String ends(@Nullable Instant at) {
        if (at == null) {
            return texts.get("tokens.never");
        }
        return at.isAfter(clock.instant())
                ? texts.exactly(at)
                : texts.get("tokens.ended", texts.exactly(at));
    }

    private Component used(@Nullable Instant at) {
        return at == null ? new Span(texts.get("tokens.unused")) : new RelativeTime(at, clock);
    }

    /** What uses it stops at once, and nobody can bring it back: that is asked about first. */
    private void ask(TokenDetails token) {
        Confirm.ask(
                texts.get("tokens.revoke.title"),
                texts.get("tokens.revoke.text", token.name()),
                texts.get("action.revoke"),
                texts,
                () -> revoke(token));
    }

    private void revoke(TokenDetails token) {
        try {
            tokens.revoke(user, token.id());
        } catch (NotFound already) {
            // Revoked elsewhere meanwhile: that is what was wanted.
        }
        made.removeAll();
        list();
        Toast.say(texts.get("tokens.revoked", token.name()));
    }
}
