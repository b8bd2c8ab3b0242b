package dev.wavetrain.registry.internal;

import dev.wavetrain.model.Checksums;
import dev.wavetrain.model.DamagedModel;
import dev.wavetrain.model.ModelFile;
import dev.wavetrain.registry.DamagedVersion;
import dev.wavetrain.registry.ModelVersion;
import dev.wavetrain.registry.RegistrySettings;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The networks of the versions that were asked last. A version never changes, so what is at hand is
 * never stale; whether it is still there, and to be asked by whom, is looked up before. The least
 * recently asked go first where there are too many, or where they are too large together.
 */
@Component
public class LoadedModels {

    /** Weights at hand together: 256 MB. The newest stays however large it is. */
    private static final long MOST_FLOATS = 64_000_000;

    private final ModelRows rows;
    private final int most;
    private final Map<UUID, LoadedModel> atHand = new LinkedHashMap<>(16, 0.75f, true);

    /** Held while one is read, so that ten who ask at once do not read it ten times. */
    private final Object reading = new Object();

    LoadedModels(ModelRows rows, RegistrySettings settings) {
        this.rows = rows;
        this.most = settings.loaded();
    }

    /**
     * @throws DamagedVersion where the stored bytes are not those that were promoted
     */
    public LoadedModel get(ModelVersion version) {
        LoadedModel found = find(version.id());
        if (found != null) {
            return found;
        }
        synchronized (reading) {
            LoadedModel meanwhile = find(version.id());
            return meanwhile != null ? meanwhile : keep(version.id(), read(version));
        }
    }

    private @Nullable LoadedModel find(UUID version) {
        synchronized (atHand) {
            return atHand.get(version);
        }
    }

    private LoadedModel keep(UUID version, LoadedModel loaded) {
        synchronized (atHand) {
            atHand.put(version, loaded);
            long floats = atHand.values().stream().mapToLong(LoadedModel::floats).sum();
            Iterator<LoadedModel> oldest = atHand.values().iterator();
            while (atHand.size() > 1 && (atHand.size() > most || floats > MOST_FLOATS)) {
                floats -= oldest.next().floats();
                oldest.remove();
            }
        }
        return loaded;
    }

    private LoadedModel read(ModelVersion version) {
        byte[] file = rows.file(version.id());
        if (!Checksums.bytes(file).equals(version.sha256())) {
            throw new DamagedVersion(version.number(), "their checksum does not match.");
        }
        try {
            return new LoadedModel(ModelFile.read(file));
        } catch (DamagedModel damaged) {
            throw new DamagedVersion(version.number(), String.valueOf(damaged.getMessage()));
        }
    }
}
