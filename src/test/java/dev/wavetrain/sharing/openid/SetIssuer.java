package dev.wavetrain.sharing.openid;

import java.time.Clock;
import java.util.List;

/** An issuer that the settings name and that nobody asks. */
public final class SetIssuer {

    private SetIssuer() {}

    public static OpenIdFlow at(String address) {
        OpenIdSettings settings =
                new OpenIdSettings(address, "wavetrain", null, null, "name", List.of());
        return new OpenIdFlow(settings, new OpenIdIssuer(settings, Clock.systemUTC()));
    }
}
