package dev.wavetrain.sharing;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Makes the owner that the settings name, once, before the first port opens. */
@Component
class OwnerFromSettings implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(OwnerFromSettings.class);

    private final OwnerSettings settings;
    private final Accounts accounts;

    OwnerFromSettings(OwnerSettings settings, Accounts accounts) {
        this.settings = settings;
        this.accounts = accounts;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (settings.name() == null || settings.password() == null || accounts.ownerExists()) {
            return;
        }
        if (settings.password().length() < Credentials.SHORTEST_PASSWORD) {
            LOG.warn("The owner's password in the settings is a short one.");
        }
        accounts.createOwner(new Credentials(settings.name(), settings.password()));
        LOG.info("Made the owner account {} from the settings.", settings.name());
    }
}
