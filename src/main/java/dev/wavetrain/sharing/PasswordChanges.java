package dev.wavetrain.sharing;

import dev.wavetrain.common.Act;
import dev.wavetrain.common.AuditAction;
import dev.wavetrain.common.AuditLog;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
import dev.wavetrain.common.UserId;
import dev.wavetrain.sharing.internal.AccountEntity;
import dev.wavetrain.sharing.internal.AccountRows;
import dev.wavetrain.sharing.internal.EntryLinkEntity;
import dev.wavetrain.sharing.internal.EntryLinkRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** New passwords: by whoever knows the old one, or by an address that the owner gave. */
@Service
public class PasswordChanges {

    public static final Duration LINK_LIFE = Duration.ofDays(1);

    /** A one-use address to choose a password by, the only time that its key is readable. */
    public record Reset(String account, String key, Instant expiresAt) {
        @Override
        public String toString() {
            return "Reset[" + account + "]";
        }
    }

    private final AccountRows accounts;
    private final EntryLinkRows links;
    private final OneUse oneUse;
    private final PasswordEncoder encoder;
    private final AccessChanges changes;
    private final Clock clock;
    private final AuditLog audit;

    PasswordChanges(
            AccountRows accounts,
            EntryLinkRows links,
            OneUse oneUse,
            PasswordEncoder encoder,
            AccessChanges changes,
            Clock clock,
            AuditLog audit) {
        this.accounts = accounts;
        this.links = links;
        this.oneUse = oneUse;
        this.encoder = encoder;
        this.changes = changes;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Makes an address by which the account's holder chooses a new password, and ends the older
     * ones. The old password holds until it is used.
     *
     * @throws dev.wavetrain.common.Forbidden where the caller does not own the server
     * @throws NotFound where there is no such account, or it is not active
     */
    @Transactional
    public Reset reset(Caller caller, UserId user) {
        caller.mustOwn();
        AccountEntity account = active(user);
        Instant now = clock.instant();
        links.revokeFor(account.id(), now);
        String key = Secret.random();
        Instant end = now.plus(LINK_LIFE);
        links.save(
                EntryLinkEntity.password(
                        Secret.hash(key), account, caller.user().value(), now, end));
        audit.note(
                Act.by(caller, AuditAction.PASSWORD_RESET_MADE)
                        .to(Act.Kind.ACCOUNT, account.id(), account.name()));
        return new Reset(account.name(), key, end);
    }

    /** The name of the account whose password the key changes; empty where it opens nothing. */
    @Transactional(readOnly = true)
    public Optional<String> nameFor(String key) {
        return oneUse.find(EntryLinkEntity.Kind.PASSWORD, key)
                .flatMap(link -> Optional.ofNullable(link.accountId()))
                .flatMap(accounts::findById)
                .filter(AccountEntity::isActive)
                .map(AccountEntity::name);
    }

    /**
     * Sets the password that the key is for. All sessions end.
     *
     * @throws NotFound where the key opens nothing
     * @throws InvalidValue at {@code password}
     */
    @Transactional
    public SignedIn use(String key, String password) {
        EntryLinkEntity link = oneUse.use(EntryLinkEntity.Kind.PASSWORD, key);
        UUID id = Optional.ofNullable(link.accountId()).orElseThrow();
        return changed(active(new UserId(id)), password, AuditAction.PASSWORD_RESET_USED);
    }

    /**
     * Changes one's own password. All other sessions end; the caller's goes on as what is returned.
     *
     * @throws InvalidValue at {@code old} or {@code password}
     */
    @Transactional
    public SignedIn change(UserId user, String old, String password) {
        AccountEntity account = active(user);
        String hash = account.passwordHash();
        if (hash == null || !encoder.matches(old, hash)) {
            throw new InvalidValue(
                    new FieldError("old", Rule.NOT_ALLOWED, Reason.NOT_THE_PASSWORD));
        }
        return changed(account, password, AuditAction.PASSWORD_CHANGED);
    }

    /** Ends all sessions but the caller's, which goes on as what is returned. */
    @Transactional
    public SignedIn endSessions(UserId user) {
        AccountEntity account = active(user);
        account.endSessions();
        audit.note(own(account, AuditAction.SESSIONS_ENDED));
        changes.told(List.of(account.id()));
        return Accounts.signedIn(account);
    }

    private static Act own(AccountEntity account, AuditAction action) {
        return Act.by(new UserId(account.id()), account.name(), action)
                .to(Act.Kind.ACCOUNT, account.id(), account.name());
    }

    private SignedIn changed(AccountEntity account, String password, AuditAction action) {
        Credentials.requireLength(password);
        account.changePassword(
                encoder.encode(new Credentials(account.name(), password).password()));
        changes.told(List.of(account.id()));
        audit.note(own(account, action));
        return Accounts.signedIn(account);
    }

    private AccountEntity active(UserId user) {
        return accounts.lock(user.value())
                .filter(AccountEntity::isActive)
                .orElseThrow(() -> new NotFound("account", user));
    }
}
