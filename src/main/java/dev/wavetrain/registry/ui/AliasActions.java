package dev.wavetrain.registry.ui;

import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.common.Forbidden;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.registry.ModelId;
import dev.wavetrain.registry.ModelName;
import dev.wavetrain.registry.ModelVersion;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Confirm;
import dev.wavetrain.shell.parts.NamePrompt;
import dev.wavetrain.shell.parts.Toast;
import org.jspecify.annotations.Nullable;

/** What can be done to a model's versions; each tells what it did, and how to take it back. */
record AliasActions(
        CurrentCaller caller,
        RegistryServices services,
        Texts texts,
        ModelId model,
        Runnable changed) {

    /** Asks for the alias that is to name the version. */
    void ask(ModelVersion version) {
        boolean champion = version.aliases().contains(ModelName.CHAMPION);
        new NamePrompt(
                        texts.get("models.alias.title", version.number()),
                        texts.get("models.alias"),
                        champion ? "" : ModelName.CHAMPION,
                        texts.get("models.alias.set"),
                        texts,
                        alias -> point(alias.strip(), version.number()))
                .open();
    }

    /** Can be undone, so it is not asked about first. */
    void remove(String alias, int from) {
        attempt(() -> {
            services.keeping().removeAlias(caller.get(), model, alias);
            Toast.undoable(
                    texts.get("models.alias.removed", alias, from),
                    () -> attempt(() -> restore(alias, from)));
        });
    }

    /** Cannot be undone, so it is asked about first. */
    void delete(ModelVersion version) {
        Confirm.ask(
                texts.get("models.version.delete.title", version.number()),
                texts.get("models.version.delete.text"),
                texts.get("models.version.delete"),
                texts,
                () ->
                        attempt(() -> {
                            services.keeping().deleteVersion(caller.get(), model, version.number());
                            Toast.say(texts.get("models.version.deleted", version.number()));
                        }));
    }

    private void point(String alias, int version) {
        attempt(() -> {
            Integer before = services.keeping().point(caller.get(), model, alias, version);
            if (before == null || before != version) {
                Toast.undoable(
                        texts.get("models.alias.moved", alias, version),
                        () -> attempt(() -> restore(alias, before)));
            }
        });
    }

    /**
     * @param before the version that the alias named; null where there was none
     */
    private void restore(String alias, @Nullable Integer before) {
        if (before == null) {
            services.keeping().removeAlias(caller.get(), model, alias);
        } else {
            var _ = services.keeping().point(caller.get(), model, alias, before);
        }
    }

    /** What fails because somebody was quicker is told; the page then shows what is so. */
    private void attempt(Runnable action) {
        try {
            action.run();
        } catch (NotFound | Conflict quicker) {
            Toast.fail(texts.get("models.changed"));
        } catch (Forbidden lost) {
            Toast.fail(texts.get("models.viewOnly"));
        }
        changed.run();
    }
}
