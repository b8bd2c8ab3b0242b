package dev.wavetrain.sharing;

import dev.wavetrain.common.Act;
import dev.wavetrain.common.AuditAction;
import dev.wavetrain.common.AuditLog;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.Rule;
import dev.wavetrain.common.Rules;
import dev.wavetrain.common.UserId;
import dev.wavetrain.sharing.internal.AccountEntity;
import dev.wavetrain.sharing.internal.AccountRows;
import dev.wavetrain.sharing.internal.TokenEntity;
import dev.wavetrain.sharing.internal.TokenRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Personal tokens, by which scripts call in an account's name. Stored as hashes alone. */
@Service
public class Tokens {

    public static final int LONGEST_NAME = 100;
    public static final int MOST_PER_ACCOUNT = 100;

    /** Databases hold no later times than some ten thousand years, Java does. */
    private static final Duration LONGEST_LIFE = Duration.ofDays(36_525);

    private static final String PREFIX = "wt_";

    /** How stale "last used" may be: without it, each call would write. */
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    /** What is known of a token; never the token. */
    public record TokenDetails(
            UUID id,
            String name,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt) {}

    /** A token just made, the only time that it is readable. */
    public record Issued(TokenDetails details, String token) {
        @Override
        public String toString() {
            return "Issued[" + details.id() + "]";
        }
    }

    private final TokenRows tokens;
    private final AccountRows accounts;
    private final AccessChanges changes;
    private final Clock clock;
    private final AuditLog audit;

    Tokens(
            TokenRows tokens,
            AccountRows accounts,
            AccessChanges changes,
            Clock clock,
            AuditLog audit) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.changes = changes;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * @throws dev.wavetrain.common.InvalidValue at {@code name} or {@code expiresAt}
     */
    @Transactional
    public Issued issue(UserId user, String name, @Nullable Instant expiresAt) {
        Instant now = clock.instant();
        String line = name.strip();
        new Rules()
                .line("name", line, LONGEST_NAME)
                .that(
                        expiresAt == null || expiresAt.isAfter(now),
                        "expiresAt",
                        Rule.NOT_ALLOWED,
                        "a time that has passed")
                .that(
                        expiresAt == null || expiresAt.isBefore(now.plus(LONGEST_LIFE)),
                        "expiresAt",
                        Rule.NOT_ALLOWED,
                        "a time more than 100 years away")
                .that(
                        tokens.countByAccountId(user.value()) < MOST_PER_ACCOUNT,
                        "name",
                        Rule.NOT_ALLOWED,
                        "there are " + MOST_PER_ACCOUNT + " tokens already")
                .check();
        String token = PREFIX + Secret.random();
        TokenEntity row =
                tokens.save(
                        new TokenEntity(user.value(), line, Secret.hash(token), now, expiresAt));
        audit.note(act(user, AuditAction.TOKEN_MADE, row));
        return new Issued(details(row), token);
    }

    @Transactional(readOnly = true)
    public List<TokenDetails> list(UserId user) {
        return tokens.findByAccountIdOrderByCreatedAt(user.value()).stream()
                .map(Tokens::details)
                .toList();
    }

    /**
     * @throws NotFound where the account has no such token
     */
    @Transactional
    public void revoke(UserId user, UUID token) {
        TokenEntity row =
                tokens.findById(token)
                        .filter(one -> one.accountId().equals(user.value()))
                        .orElseThrow(() -> new NotFound("token", token));
        if (tokens.deleteByIdAndAccountId(token, user.value()) > 0) {
            audit.note(act(user, AuditAction.TOKEN_REVOKED, row));
        }
        changes.of(user);
    }

    private Act act(UserId user, AuditAction action, TokenEntity row) {
        String name = accounts.findById(user.value()).orElseThrow().name();
        return Act.by(user, name, action).to(Act.Kind.TOKEN, row.id(), row.name());
    }

    /** An account by its token. */
    record Held(SignedIn who, TokenLife life) {}

    /** Whether a token that was there is there still, and its account active. */
    @Transactional(readOnly = true)
    boolean holds(UUID token) {
        return tokens.findById(token)
                .flatMap(row -> accounts.findById(row.accountId()))
                .filter(AccountEntity::isActive)
                .isPresent();
    }

    /** Whose token this is; empty where it is unknown, revoked or past its time. */
    @Transactional
    Optional<Held> holder(String token) {
        Instant now = clock.instant();
        Optional<TokenEntity> row =
                tokens.findByTokenHash(Secret.hash(token)).filter(found -> !found.expired(now));
        row.filter(found -> stale(found.lastUsedAt(), now))
                .ifPresent(found -> tokens.used(found.id(), now));
        return row.flatMap(found ->
                accounts.findById(found.accountId())
                        .filter(AccountEntity::isActive)
                        .map(account ->
                                new Held(
                                        Accounts.signedIn(account),
                                        new TokenLife(found.id(), found.expiresAt()))));
    }

    private static boolean stale(@Nullable Instant lastUsed, Instant now) {
        return lastUsed == null || lastUsed.plus(USE_NOTED_EVERY).isBefore(now);
    }

    private static TokenDetails details(TokenEntity row) {
        return new TokenDetails(
                row.id(), row.name(), row.createdAt(), row.expiresAt(), row.lastUsedAt());
    }
}
