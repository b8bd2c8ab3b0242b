package dev.wavetrain.runs;

import dev.wavetrain.common.Caller;
import dev.wavetrain.exchange.ReadModel;
import dev.wavetrain.sequence.SequenceDefinition;
import java.io.IOException;
import java.io.InputStream;

/**
 * Takes models in that were trained elsewhere. A model becomes a run like any other, so that
 * forecast, comparison, training on and links need not know of it: COMPLETED, with no epochs, since
 * none was trained here, and one checkpoint, of epoch 0. Its losses are measured here, on the data
 * of its experiment.
 *
 * <p>A run needs an experiment, which says what the net is about. A model file does not: so whoever
 * brings it chooses an experiment with the same network, or says the wave, or takes that of a
 * built-in experiment. It may be tried on any other data afterwards.
 */
public interface ModelUploads {

    /**
     * Takes what is sent, to its end.
     *
     * @param fileName as the sender says
     * @throws dev.wavetrain.exchange.BadModelFile where it is too large
     * @throws IOException where the sender hangs up; nothing is left then
     */
    UploadedModel receive(InputStream sent, String fileName) throws IOException;

    /**
     * What is in a file.
     *
     * @throws dev.wavetrain.exchange.BadModelFile where it cannot be read, or is not supported
     * @throws dev.wavetrain.common.Busy where others are at it
     */
    ReadModel look(UploadedModel file);

    /** What a new experiment for this model is about, where nobody says. */
    SequenceDefinition usual(ReadModel model);

    /**
     * Makes a run of a file, all of it or nothing.
     *
     * @throws dev.wavetrain.exchange.BadModelFile where it cannot be read, or is not supported
     * @throws dev.wavetrain.common.InvalidValue at {@code experiment} where that has another
     *     network, at {@code sequence.task} where the data is for another kind of net, else at the
     *     definition's own path
     * @throws dev.wavetrain.common.Forbidden where the caller only views the project
     * @throws dev.wavetrain.common.Conflict where the experiment is archived
     * @throws dev.wavetrain.common.Busy where others are at it
     */
    RunDetails add(Caller caller, UploadedModel file, NewModel asked);
}
