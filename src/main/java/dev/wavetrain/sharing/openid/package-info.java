/** The issuer of OpenID Connect that people may sign in by. Knows nothing of accounts. */
@NullMarked
package dev.wavetrain.sharing.openid;

import org.jspecify.annotations.NullMarked;
