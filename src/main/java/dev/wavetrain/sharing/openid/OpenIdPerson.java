package dev.wavetrain.sharing.openid;

import dev.wavetrain.sharing.openid.OpenIdRefused.Why;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Somebody as the issuer vouches for them. Who they are is issuer and subject alone: names and
 * e-mail addresses change hands.
 *
 * @param name what a new account is to be called
 * @param label what they see that they are connected as
 * @param domain of an e-mail address that the issuer has verified; null for none
 */
public record OpenIdPerson(
        String issuer, String subject, String name, String label, @Nullable String domain) {

    public static final int LONGEST_LABEL = 200;
    private static final int LONGEST_ISSUER = 500;
    private static final int LONGEST_SUBJECT = 255;

    public OpenIdPerson {
        if (issuer.length() > LONGEST_ISSUER
                || subject.isBlank()
                || !subject.equals(plain(subject, LONGEST_SUBJECT))) {
            throw new OpenIdRefused(Why.UNTRUSTED);
        }
        name = plain(name, LONGEST_LABEL);
        label = plain(label, LONGEST_LABEL);
    }

    static OpenIdPerson of(String issuer, OidcUser user, String nameClaim) {
        @Nullable String email = user.getEmail();
        String name =
                first(
                        user.getClaimAsString(nameClaim),
                        user.getPreferredUsername(),
                        email == null ? null : email.replaceFirst("@.*", ""),
                        user.getFullName(),
                        "user");
        return new OpenIdPerson(
                issuer,
                first(user.getSubject(), ""),
                Normalizer.normalize(name, Normalizer.Form.NFKC),
                first(email, user.getPreferredUsername(), user.getFullName(), name),
                email != null && Boolean.TRUE.equals(user.getEmailVerified())
                        ? domain(email)
                        : null);
    }

    private static String first(@Nullable String... texts) {
        return Stream.of(texts)
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .orElse("");
    }

    private static @Nullable String domain(String email) {
        int at = email.lastIndexOf('@');
        return at <= 0 ? null : email.substring(at + 1).toLowerCase(Locale.ROOT);
    }

    /** Whether the issuer has verified an e-mail address of theirs in one of these. */
    boolean isIn(Collection<String> domains) {
        return domain != null && domains.contains(domain);
    }

    /** Without control characters and halves of characters, which databases refuse. */
    static String plain(String text, int longest) {
        int[] kept =
                text.codePoints()
                        .filter(one -> !Character.isISOControl(one))
                        .filter(one -> Character.getType(one) != Character.SURROGATE)
                        .toArray();
        int end = kept.length;
        while (new String(kept, 0, end).length() > longest) {
            end--;
        }
        return new String(kept, 0, end).strip();
    }
}
