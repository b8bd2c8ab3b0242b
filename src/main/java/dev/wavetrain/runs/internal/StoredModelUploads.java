package dev.wavetrain.runs.internal;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.wavetrain.checkpoints.CheckpointStore;
import dev.wavetrain.common.Busy;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
import dev.wavetrain.common.Rules;
import dev.wavetrain.common.RunId;
import dev.wavetrain.exchange.ModelReader;
import dev.wavetrain.exchange.ReadModel;
import dev.wavetrain.experiments.DataColumns;
import dev.wavetrain.experiments.Definition;
import dev.wavetrain.experiments.ExperimentDetails;
import dev.wavetrain.experiments.ExperimentService;
import dev.wavetrain.model.Checksums;
import dev.wavetrain.model.Network;
import dev.wavetrain.runs.Annotations;
import dev.wavetrain.runs.ModelFileSettings;
import dev.wavetrain.runs.ModelSource;
import dev.wavetrain.runs.ModelUploads;
import dev.wavetrain.runs.NewModel;
import dev.wavetrain.runs.Provenance;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunRequest;
import dev.wavetrain.runs.UploadedModel;
import dev.wavetrain.sequence.SequenceDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Model files become runs. A file is read and its net measured before anything is stored; then all
 * of it is, in one transaction.
 */
@Service
class StoredModelUploads implements ModelUploads {

    private static final int AT_ONCE = 2;
    private static final Duration COME_BACK = Duration.ofSeconds(15);

    private final ExperimentService experiments;
    private final NewRuns newRuns;
    private final CheckpointStore checkpoints;
    private final DataColumns data;
    private final Maker maker;
    private final RunMapper mapper;
    private final ModelFileSettings settings;
    private final Clock clock;
    private final TransactionTemplate whole;
    private final Semaphore free = new Semaphore(AT_ONCE);

    StoredModelUploads(
            ExperimentService experiments,
            NewRuns newRuns,
            CheckpointStore checkpoints,
            DataColumns data,
            Maker maker,
            RunMapper mapper,
            ModelFileSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.experiments = experiments;
        this.newRuns = newRuns;
        this.checkpoints = checkpoints;
        this.data = data;
        this.maker = maker;
        this.mapper = mapper;
        this.settings = settings;
        this.clock = clock;
        this.whole = new TransactionTemplate(transactions);
    }

    @Override
    public UploadedModel receive(InputStream sent, String fileName) throws IOException {
        return UploadedModel.of(sent, fileName, settings);
    }

    @Override
    public ReadModel look(UploadedModel file) {
        return busy(() -> read(file.bytes(), null));
    }

    @Override
    public SequenceDefinition usual(ReadModel model) {
        return UploadedDefinition.usual(model.model().network());
    }

    @Override
    public RunDetails add(Caller caller, UploadedModel file, NewModel asked) {
        ExperimentDetails chosen =
                asked.experiment() == null ? null : experiments.find(caller, asked.experiment());
        caller.mustChange(chosen == null ? asked.project() : chosen.project());
        return busy(() -> measureAndStore(caller, file, asked, chosen));
    }

    private RunDetails measureAndStore(
            Caller caller, UploadedModel file, NewModel asked, @Nullable ExperimentDetails chosen) {
        byte[] bytes = file.bytes();
        SequenceDefinition said =
                chosen == null ? asked.sequence() : chosen.definition().sequence();
        ReadModel read = read(bytes, said == null ? null : said.window());
        Network network = read.model().network();
        Definition definition =
                chosen == null
                        ? UploadedDefinition.of(
                                read, said == null ? UploadedDefinition.usual(network) : said)
                        : chosen.definition();
        requireSuited(network, definition, chosen != null);
        UploadedWeights weights =
                UploadedWeights.measured(
                        read.model(),
                        definition,
                        data.in(chosen == null ? asked.project() : chosen.project()));
        ModelSource source = new ModelSource(file.name(), read.format(), Checksums.bytes(bytes));
        String name =
                requireNonNullElse(asked.name(), chosen == null ? file.title() : chosen.name());
        return requireNonNull(
                whole.execute(status -> {
                    ExperimentDetails experiment =
                            chosen == null
                                    ? experiments.create(
                                            caller, asked.project(), name, file.name(), definition)
                                    : experiments.findToTrain(caller, chosen.id());
                    // Measured on this version, whatever somebody has made of it meanwhile.
                    int version = chosen == null ? experiment.version() : chosen.version();
                    return store(
                            caller, experiment.id(), version, name, definition, weights, source);
                }));
    }

    private RunDetails store(
            Caller caller,
            ExperimentId experiment,
            int version,
            String name,
            Definition definition,
            UploadedWeights weights,
            ModelSource source) {
        RunRequest request =
                new RunRequest(null, Annotations.name(name), List.of(), null, Map.of());
        RunOrder order = newRuns.order(caller, experiment, request).trainingOn(version, definition);
        Provenance provenance =
                maker.provenance(definition.training().seed(), weights.data()).of(source);
        RunEntity run =
                newRuns.makeUploaded(
                        order,
                        clock.instant(),
                        made ->
                                made.uploaded(
                                        Progress.uploaded(weights.loss(), weights.valLoss()),
                                        mapper.text(provenance),
                                        Findings.of(
                                                weights.baselines(),
                                                mapper.text(weights.warnings())),
                                        clock.instant()));
        checkpoints.save(new RunId(run.id()), weights.checkpoint());
        return mapper.details(run);
    }

    private static void requireSuited(Network network, Definition definition, boolean chosen) {
        boolean sameTask = definition.sequence().task() == UploadedDefinition.task(network.head());
        if (!chosen) {
            new Rules()
                    .that(sameTask, "sequence.task", Rule.NOT_ALLOWED, Reason.OTHER_NETWORK)
                    .check();
            return;
        }
        boolean same =
                sameTask
                        && definition.network().cell() == network.cell()
                        && definition.network().units().equals(network.units());
        if (!same) {
            throw new InvalidValue(
                    new FieldError("experiment", Rule.NOT_ALLOWED, Reason.OTHER_NETWORK));
        }
    }

    private ReadModel read(byte[] bytes, @Nullable Integer window) {
        return ModelReader.read(bytes, window, settings.mostUpload().toBytes());
    }

    private <T> T busy(Supplier<T> work) {
        if (!free.tryAcquire()) {
            throw new Busy("Other models are being read: come back soon.", COME_BACK);
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }
}
