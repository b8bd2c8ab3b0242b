package dev.wavetrain.sharing.ui;

import com.vaadin.flow.router.QueryParameters;
import dev.wavetrain.sharing.openid.OpenIdFlow;
import dev.wavetrain.sharing.openid.OpenIdRefused.Why;
import dev.wavetrain.shell.Texts;
import java.util.Optional;
import java.util.stream.Stream;

/** Why somebody did not get in by the issuer, to people. */
final class OpenIdWords {

    /** Says on a page's address how it went at the issuer. */
    static final String PARAMETER = "openid";

    private OpenIdWords() {}

    static String refused(Why why, OpenIdFlow issuer, Texts texts) {
        return texts.get("openid.refused." + why.name(), issuer.name());
    }

    /** What a page's address says; empty where that is nothing known, or no issuer is set. */
    static Optional<String> refused(QueryParameters said, OpenIdFlow issuer, Texts texts) {
        return said.getSingleParameter(PARAMETER)
                .filter(any -> issuer.isOn())
                .flatMap(OpenIdWords::why)
                .map(why -> refused(why, issuer, texts));
    }

    /** What the audit noted: why, and who it was as the issuer names them. */
    static String noted(String detail, Texts texts) {
        String[] parts = detail.split(" ", 2);
        return why(parts[0])
                .map(why ->
                        texts.get(
                                        "openid.audit.refused",
                                        texts.nameOf("openid.short", why),
                                        parts.length > 1 ? parts[1] : "")
                                .strip())
                .orElse(detail);
    }

    private static Optional<Why> why(String name) {
        return Stream.of(Why.values()).filter(why -> why.name().equals(name)).findFirst();
    }
}
