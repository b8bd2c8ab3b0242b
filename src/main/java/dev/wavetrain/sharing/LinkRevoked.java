package dev.wavetrain.sharing;

import java.util.UUID;

/** A link was revoked. */
record LinkRevoked(UUID link) {}
