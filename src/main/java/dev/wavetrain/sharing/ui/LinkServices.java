package dev.wavetrain.sharing.ui;

import dev.wavetrain.sharing.ShareLinks;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What the dialog and the list of links read and do. */
@Component
record LinkServices(ShareLinks links, Clock clock) {}
