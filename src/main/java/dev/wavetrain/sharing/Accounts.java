package dev.wavetrain.sharing;

import dev.wavetrain.common.Act;
import dev.wavetrain.common.AuditAction;
import dev.wavetrain.common.AuditLog;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.MemberRole;
import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
import dev.wavetrain.common.UserId;
import dev.wavetrain.sharing.internal.AccountEntity;
import dev.wavetrain.sharing.internal.AccountRows;
import dev.wavetrain.sharing.internal.MembershipEntity;
import dev.wavetrain.sharing.internal.MembershipRows;
import dev.wavetrain.sharing.internal.ProjectEntity;
import dev.wavetrain.sharing.internal.ProjectRows;
import dev.wavetrain.sharing.internal.ServerEntity;
import dev.wavetrain.sharing.internal.ServerRow;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of this server, each with a project of its own. */
@Service
public class Accounts {

    private final AccountRows accounts;
    private final ProjectRows projects;
    private final MembershipRows memberships;
    private final ServerRow server;
    private final PasswordEncoder encoder;
    private final AccessBook book;
    private final Clock clock;
    private final AuditLog audit;

    Accounts(
            AccountRows accounts,
            ProjectRows projects,
            MembershipRows memberships,
            ServerRow server,
            PasswordEncoder encoder,
            AccessBook book,
            Clock clock,
            AuditLog audit) {
        this.accounts = accounts;
        this.projects = projects;
        this.memberships = memberships;
        this.server = server;
        this.encoder = encoder;
        this.book = book;
        this.clock = clock;
        this.audit = audit;
    }

    /** False on an empty database: the first visit from this machine makes the owner. */
    public boolean ownerExists() {
        return server.existsById(ServerEntity.ONLY);
    }

    /**
     * Makes the first account, which owns the server. Of two at once, one wins.
     *
     * @throws dev.wavetrain.common.InvalidValue at {@code name} or {@code password}
     * @throws Conflict where the server has an owner
     */
    @Transactional
    public SignedIn createOwner(String name, String password) {
        Credentials.requireLength(password);
        return createOwner(new Credentials(name, password));
    }

    /** As above with a password of any length: whoever writes the settings decides. */
    @Transactional
    SignedIn createOwner(Credentials credentials) {
        if (ownerExists()) {
            throw new Conflict("This server has an owner already.");
        }
        try {
            AccountEntity owner = create(credentials);
            server.saveAndFlush(new ServerEntity(owner.id()));
            return signedIn(owner);
        } catch (DataIntegrityViolationException raced) {
            throw new Conflict("This server has an owner already.");
        }
    }

    /**
     * Makes an account with a personal project.
     *
     * @throws Conflict where the name is taken
     */
    @Transactional
    public SignedIn create(String name, String password) {
        Credentials credentials = new Credentials(name, password);
        if (accounts.findByNameKey(Credentials.key(credentials.name())).isPresent()) {
            throw new Conflict("The name " + credentials.name() + " is taken.");
        }
        return signedIn(create(credentials));
    }

    /**
     * As {@link #create(String, String)}, for somebody who chooses the name.
     *
     * @param project what the account's pages begin with; null for all its projects
     * @throws InvalidValue at {@code name} or {@code password}
     */
    @Transactional
    SignedIn invited(String name, String password, @Nullable UUID project) {
        Credentials credentials = new Credentials(name, password);
        if (accounts.findByNameKey(Credentials.key(credentials.name())).isPresent()) {
            throw new InvalidValue(new FieldError("name", Rule.NOT_ALLOWED, Reason.TAKEN));
        }
        AccountEntity account = create(credentials);
        account.choose(project);
        return signedIn(account);
    }

    /**
     * Makes an account that no password opens.
     *
     * @param wanted its name; one that is taken, or that no account may have, gives way to another
     * @param project as of {@link #invited}
     */
    @Transactional
    SignedIn withoutPassword(String wanted, @Nullable UUID project) {
        String name =
                Credentials.namesLike(wanted)
                        .filter(one -> accounts.findByNameKey(Credentials.key(one)).isEmpty())
                        .findFirst()
                        .orElseThrow();
        AccountEntity account = store(name, null);
        account.choose(project);
        return signedIn(account);
    }

    private AccountEntity create(Credentials credentials) {
        return store(credentials.name(), encoder.encode(credentials.password()));
    }

    private AccountEntity store(String name, @Nullable String hash) {
        AccountEntity account =
                accounts.save(
                        new AccountEntity(name, Credentials.key(name), hash, clock.instant()));
        ProjectEntity personal = projects.save(ProjectEntity.personal(account, clock.instant()));
        memberships.save(new MembershipEntity(personal.id(), account.id(), MemberRole.ADMIN));
        audit.note(
                Act.by(new UserId(account.id()), account.name(), AuditAction.ACCOUNT_MADE)
                        .to(Act.Kind.ACCOUNT, account.id(), account.name()));
        return account;
    }

    /** Who the account is and what it may see and do, from now on. */
    public Caller caller(UserId user) {
        Access access = book.read(user);
        return new Caller(
                user,
                access.name(),
                access.home(),
                access.chosen(),
                access.owner(),
                () -> book.now(user).roles());
    }

    /** Whether a session opened by a sign-in has not been ended since. */
    boolean stands(SignedIn who) {
        Access access = book.now(who.user());
        return access.active() && access.session() == who.session();
    }

    List<GrantedAuthority> authorities(UserId user) {
        return owns(user) ? Authority.list(Authority.OWNER) : Authority.list();
    }

    /** Whether an account owns the server. */
    boolean owns(UserId user) {
        return server.findById(ServerEntity.ONLY)
                .filter(row -> row.ownerId().equals(user.value()))
                .isPresent();
    }

    static SignedIn signedIn(AccountEntity account) {
        return new SignedIn(account.id(), account.name(), account.sessionNumber());
    }
}
