package dev.wavetrain.sharing.archive;

import dev.wavetrain.model.DamagedModel;
import dev.wavetrain.model.ModelFile;
import dev.wavetrain.model.Network;
import dev.wavetrain.model.SavedModel;
import dev.wavetrain.sharing.BadArchive;
import dev.wavetrain.sharing.BadArchive.Reason;
import java.util.function.Predicate;

/** Saved models of an archive. */
final class Weights {

    private Weights() {}

    /**
     * @param fits what the network has to be
     * @throws BadArchive where the file is damaged, or the weights of another network
     */
    static SavedModel read(String name, byte[] file, Predicate<Network> fits) {
        try {
            SavedModel model = ModelFile.read(file);
            if (fits.test(model.network())) {
                return model;
            }
        } catch (DamagedModel damaged) {
            // Falls through: the same as weights of another network.
        }
        throw new BadArchive(Reason.WEIGHTS, name);
    }
}
