package dev.wavetrain.sharing;

import dev.wavetrain.common.Act;
import dev.wavetrain.common.AuditAction;
import dev.wavetrain.common.AuditLog;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.UserId;
import dev.wavetrain.sharing.internal.AccountEntity;
import dev.wavetrain.sharing.internal.AccountRows;
import dev.wavetrain.sharing.internal.OpenIdIdentityEntity;
import dev.wavetrain.sharing.internal.OpenIdIdentityRows;
import dev.wavetrain.sharing.openid.OpenIdFlow;
import dev.wavetrain.sharing.openid.OpenIdPerson;
import dev.wavetrain.sharing.openid.OpenIdRefused;
import dev.wavetrain.sharing.openid.OpenIdRefused.Why;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose account somebody of the issuer has. Only issuer and subject count: an account is never
 * found by a name or an e-mail address, which the issuer may give to somebody else, or let people
 * choose. Who has an account connects it themselves, while signed in to it.
 */
@Service
public class OpenIdAccounts {

    /**
     * How an account stands to the issuer.
     *
     * @param label as whom it is connected there; null where it is not
     * @param hasPassword without one it stays connected, as nothing else opens it
     */
    public record Connection(
            @Nullable String label, @Nullable Instant since, boolean hasPassword) {}

    private final OpenIdFlow flow;
    private final OpenIdIdentityRows identities;
    private final AccountRows rows;
    private final Accounts accounts;
    private final Invitations invitations;
    private final AccessChanges changes;
    private final Clock clock;
    private final AuditLog audit;

    OpenIdAccounts(
            OpenIdFlow flow,
            OpenIdIdentityRows identities,
            AccountRows rows,
            Accounts accounts,
            Invitations invitations,
            AccessChanges changes,
            Clock clock,
            AuditLog audit) {
        this.flow = flow;
        this.identities = identities;
        this.rows = rows;
        this.accounts = accounts;
        this.invitations = invitations;
        this.changes = changes;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * The account of somebody who came by the issuer; a new one where the settings let them in.
     *
     * @throws OpenIdRefused where they have none, or it was deactivated
     */
    @Transactional
    public SignedIn signIn(OpenIdPerson person) {
        Optional<OpenIdIdentityEntity> known = find(person);
        if (known.isPresent()) {
            known.get().label(person.label());
            return open(known.get());
        }
        if (!flow.admits(person) || !accounts.ownerExists()) {
            throw new OpenIdRefused(Why.UNKNOWN);
        }
        return made(person, null);
    }

    private SignedIn open(OpenIdIdentityEntity identity) {
        return rows.findById(identity.accountId())
                .filter(AccountEntity::isActive)
                .map(Accounts::signedIn)
                .orElseThrow(() -> new OpenIdRefused(Why.CLOSED));
    }

    /**
     * Makes the account that an invitation is for, without a password.
     *
     * @throws OpenIdRefused where they have an account; the invitation stays unused
     * @throws NotFound where the key opens nothing
     */
    @Transactional
    public SignedIn join(String key, OpenIdPerson person) {
        if (find(person).isPresent()) {
            throw new OpenIdRefused(Why.HAS_ACCOUNT);
        }
        return invitations.accept(key, project -> made(person, project));
    }

    private SignedIn made(OpenIdPerson person, @Nullable UUID project) {
        SignedIn who = accounts.withoutPassword(person.name(), project);
        store(who, person);
        return who;
    }

    /**
     * Lets an account be opened by the issuer from now on.
     *
     * @throws OpenIdRefused where it is connected with somebody else there, or they with another
     *     account here
     */
    @Transactional
    public void connect(UserId user, OpenIdPerson person) {
        AccountEntity account = active(user);
        Optional<OpenIdIdentityEntity> known = find(person);
        if (known.isPresent() && !known.get().accountId().equals(account.id())) {
            throw new OpenIdRefused(Why.TAKEN);
        }
        if (known.isPresent()) {
            known.get().label(person.label());
            return;
        }
        if (of(account).isPresent()) {
            throw new OpenIdRefused(Why.OTHER);
        }
        store(Accounts.signedIn(account), person);
    }

    /** How an account stands to the issuer. */
    @Transactional(readOnly = true)
    public Connection connection(UserId user) {
        AccountEntity account = active(user);
        Optional<OpenIdIdentityEntity> identity = flow.isOn() ? of(account) : Optional.empty();
        return new Connection(
                identity.map(OpenIdIdentityEntity::label).orElse(null),
                identity.map(OpenIdIdentityEntity::connectedAt).orElse(null),
                account.passwordHash() != null);
    }

    /**
     * Lets the issuer open an account no longer. All other sessions end, as they may have begun by
     * it; the caller's goes on as what is returned.
     *
     * @throws Conflict where nothing else would open the account
     */
    @Transactional
    public SignedIn disconnect(UserId user) {
        AccountEntity account = active(user);
        if (account.passwordHash() == null) {
            throw new Conflict("Nothing else would open the account.");
        }
        of(account)
                .ifPresent(identity -> {
                    identities.delete(identity);
                    account.endSessions();
                    changes.told(List.of(account.id()));
                    note(Accounts.signedIn(account), AuditAction.OPENID_DISCONNECTED, identity);
                });
        return Accounts.signedIn(account);
    }

    private void store(SignedIn who, OpenIdPerson person) {
        OpenIdIdentityEntity identity =
                identities.save(
                        new OpenIdIdentityEntity(
                                who.account(),
                                person.issuer(),
                                person.subject(),
                                person.label(),
                                clock.instant()));
        note(who, AuditAction.OPENID_CONNECTED, identity);
    }

    private void note(SignedIn who, AuditAction action, OpenIdIdentityEntity identity) {
        audit.note(
                Act.by(who.user(), who.name(), action)
                        .to(Act.Kind.ACCOUNT, who.account(), who.name())
                        .with(identity.label()));
    }

    private Optional<OpenIdIdentityEntity> find(OpenIdPerson person) {
        return identities.findByIssuerAndSubject(person.issuer(), person.subject());
    }

    private Optional<OpenIdIdentityEntity> of(AccountEntity account) {
        return identities.findByAccountIdAndIssuer(account.id(), flow.issuer());
    }

    private AccountEntity active(UserId user) {
        return rows.lock(user.value())
                .filter(AccountEntity::isActive)
                .orElseThrow(() -> new NotFound("account", user));
    }
}
