package dev.wavetrain.database;

import dev.wavetrain.common.OtherProcesses;
import java.util.function.Consumer;

/** The embedded database's. */
final class NoOtherProcesses implements OtherProcesses {

    @Override
    public boolean possible() {
        return false;
    }

    @Override
    public void tell(String topic, String key, String text) {}

    @Override
    public void hear(String topic, Consumer<String> listener) {}
}
