package dev.wavetrain.sharing;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What the way of signing in allows beyond one's own projects. */
public enum Authority {
    /** The account that owns the server. */
    OWNER,
    /** A personal token was shown. */
    TOKEN;

    static List<GrantedAuthority> list(Authority... authorities) {
        return Stream.of(authorities)
                .<GrantedAuthority>map(a -> new SimpleGrantedAuthority(a.name()))
                .toList();
    }
}
