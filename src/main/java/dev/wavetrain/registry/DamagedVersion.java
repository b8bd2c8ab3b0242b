package dev.wavetrain.registry;

import dev.wavetrain.common.Conflict;

/** The stored bytes of a version are not those that were promoted. Others of its model may be. */
public class DamagedVersion extends Conflict {

    public DamagedVersion(int version, String why) {
        super(
                "The saved weights of version "
                        + version
                        + " are damaged: "
                        + why
                        + " The model's other versions are not affected.");
    }
}
