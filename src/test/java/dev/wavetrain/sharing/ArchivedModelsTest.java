package dev.wavetrain.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetrain.IntegrationTest;
import dev.wavetrain.TestRuns;
import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.common.NamelessFile;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.experiments.ExperimentService;
import dev.wavetrain.lab.Finding;
import dev.wavetrain.lab.KeptResult;
import dev.wavetrain.lab.Lab;
import dev.wavetrain.lab.LabQuestion;
import dev.wavetrain.lab.LabResults;
import dev.wavetrain.lab.Subject;
import dev.wavetrain.lab.Sweep;
import dev.wavetrain.registry.NamedModel;
import dev.wavetrain.registry.NamedModels;
import dev.wavetrain.registry.Predictions;
import dev.wavetrain.registry.Promotion;
import dev.wavetrain.registry.Promotions;
import dev.wavetrain.registry.Question;
import dev.wavetrain.runs.RunCheckpoints;
import dev.wavetrain.runs.RunService;
import dev.wavetrain.sequence.Variation;
import dev.wavetrain.sequence.Variation.Knob;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.IntNode;

/** Named models and kept results of the lab go with their project, and nowhere else. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchivedModelsTest {

    private static final Pattern NEW = Pattern.compile("(model|lab|findings).*");

    @Autowired ApplicationContext context;
    @Autowired Archives archives;
    @Autowired Projects projects;
    @Autowired RunService runs;
    @Autowired ExperimentService experiments;
    @Autowired RunCheckpoints checkpoints;
    @Autowired Promotions promotions;
    @Autowired NamedModels models;
    @Autowired Predictions predictions;
    @Autowired Lab lab;
    @Autowired LabResults results;
    @Autowired JdbcClient jdbc;

    TestRuns ada;
    TestRuns eve;
    ProjectId project;
    RunId run;
    byte[] good;
    BadArchives bad;

    @BeforeAll
    void a_project_with_a_model_and_results() throws IOException {
        ada = new TestRuns(context);
        eve = new TestRuns(context);
        project = projects.create(ada.caller, "Served").id();
        var _ = experiments.move(ada.caller, ada.experiment, project);
        run = trained(ada.experiment);
        RunId binned = trained(ada.experiment);
        ExperimentId other =
                experiments.createFromPreset(ada.caller, "damped-simple-rnn", null).id();
        NamedModel model =
                promotions.create(
                        ada.caller, "wave", checkpoint(run), promotion("The first", "old"));
        var _ =
                promotions.promote(
                        ada.caller,
                        model.id(),
                        checkpoint(binned),
                        promotion("", "champion", "new"));
        keep("One", null, run);
        keep("Half of it", null, run, binned);
        keep("A sweep", new Sweep(Knob.PERIOD, 0.5, 1.5, 3), run);
        keep("Of two projects", null, run, trained(other));
        runs.bin(ada.caller, binned);
        good = export();
        bad = new BadArchives(good);
    }

    @Test
    void a_model_answers_there_as_it_does_here() {
        ProjectId there = take(good);
        NamedModel model = models.find(ada.caller, "wave", there);
        NamedModel before = models.find(ada.caller, "wave", project);

        assertThat(model.id()).isNotEqualTo(before.id());
        assertThat(model.madeAt()).isEqualTo(before.madeAt());
        assertThat(model.aliases().stream().map(a -> a.name() + "@" + a.version()))
                .containsExactly("champion@2", "new@2", "old@1");
        assertThat(versions(model)).isEqualTo(versions(before));
        for (String reference : List.of("old", "champion", "1")) {
            assertThat(predicted(there, reference)).isEqualTo(predicted(project, reference));
        }
        // The run came too, so that the version still leads to it.
        RunId came = models.version(model, "old").origin().run();
        assertThat(runs.find(ada.caller, came).project()).isEqualTo(there);
        assertThatThrownBy(() -> models.find(eve.caller, "wave", there))
                .isInstanceOf(NotFound.class);
        // No number is given twice there either.
        var next = promotions.promote(ada.caller, model.id(), checkpoint(came), promotion("", "x"));
        assertThat(next.number()).isEqualTo(3);
    }

    @Test
    void kept_results_come_with_the_runs_that_came_and_no_others() {
        ProjectId there = take(good);
        List<KeptResult> came =
                results.list(ada.caller, null, 0, 100).items().stream()
                        .filter(one -> one.entries().getFirst().project().equals(there))
                        .toList();

        assertThat(came)
                .extracting(KeptResult::name)
                .containsExactlyInAnyOrder("One", "Half of it", "A sweep");
        for (KeptResult one : came) {
            KeptResult before =
                    results.list(ada.caller, run, 0, 100).items().stream()
                            .filter(kept -> kept.name().equals(one.name()))
                            .findFirst()
                            .orElseThrow();
            assertThat(one.question()).isEqualTo(before.question());
            assertThat(one.createdAt()).isEqualTo(before.createdAt());
            assertThat(one.entries()).hasSize(1);
            assertThat(one.entries().getFirst().there()).isTrue();
            assertThat(results.findings(ada.caller, one.id()).getFirst())
                    .usingRecursiveComparison()
                    .ignoringFields("checkpoint", "run")
                    .isEqualTo(results.findings(ada.caller, before.id()).getFirst());
            assertThatThrownBy(() -> results.find(eve.caller, one.id()))
                    .isInstanceOf(NotFound.class);
        }
    }

    @Test
    void without_them_an_archive_is_of_the_first_version_which_is_still_read() throws IOException {
        byte[] old =
                bad.with(entries -> entries.keySet().removeIf(name -> NEW.matcher(name).matches()));
        ProjectId there = take(old);
        assertThat(models.list(ada.caller, there, 0, 10).total()).isZero();
        assertThat(manifest(export(there))).contains("\"version\":1,");
        assertThat(manifest(good)).contains("\"version\":2,");
        // An archive of it once more is what the old one was.
        assertThat(BadArchives.unpacked(export(there)).keySet())
                .hasSameSizeAs(BadArchives.unpacked(old).keySet());
    }

    @Test
    void what_nobody_could_have_made_is_refused_and_leaves_nothing_behind() throws IOException {
        Map<String, byte[]> cases = new LinkedHashMap<>();
        changed(cases, "models.jsonl", "\"name\":\"wave\"", "\"name\":\"../Wave\"");
        changed(cases, "models.jsonl", "\"last_version\":2", "\"last_version\":1");
        cases.put("a model twice", bad.text("models.jsonl", text -> text + text));
        cases.put("a version twice", bad.text("model-versions.jsonl", text -> text + text));
        changed(cases, "model-versions.jsonl", "NEXT_STEP", "TRANSLATE");
        changed(cases, "model-versions.jsonl", "NEXT_STEP", "GUESS");
        changed(cases, "model-versions.jsonl", "\"size\":", "\"size\":1");
        changed(cases, "model-versions.jsonl", "\"sha256\":\"", "\"sha256\":\"0");
        changed(cases, "model-versions.jsonl", "The first", "The \\ud800");
        cases.put("no versions", bad.text("model-versions.jsonl", text -> ""));
        changed(cases, "model-aliases.jsonl", "champion", "Champion");
        changed(cases, "model-aliases.jsonl", "\"version\":2", "\"version\":7");
        cases.put("an alias twice", bad.text("model-aliases.jsonl", text -> text + text));
        String weights = bad.first("model-weights/");
        cases.put("no weights", bad.with(e -> e.remove(weights)));
        cases.put(
                "cut weights",
                bad.with(e ->
                        e.computeIfPresent(
                                weights, (n, all) -> Arrays.copyOf(all, all.length / 2))));
        changed(cases, "lab.jsonl", "\\\"steps\\\":40", "\\\"steps\\\":99999999");
        changed(cases, "lab.jsonl", "FORECAST", "GUESS");
        changed(cases, "lab.jsonl", "\\\"data\\\":null", "\\\"data\\\":[1]");
        changed(
                cases,
                "lab.jsonl",
                "\\\"data\\\":null",
                "\\\"data\\\":{\\\"input\\\":{\\\"expression\\\":\\\"sin(\\\"}}");
        changed(cases, "lab.jsonl", "\\\"steps\\\":3}", "\\\"steps\\\":51}");
        cases.put("a result twice", bad.text("lab.jsonl", text -> text + text));
        cases.put("no entries", bad.text("lab-entries.jsonl", text -> ""));
        changed(cases, "lab-entries.jsonl", "\"place\":0", "\"place\":8");
        changed(cases, "lab-entries.jsonl", run.toString(), UUID.randomUUID().toString());
        String findings = bad.first("findings/");
        cases.put("no findings", bad.with(e -> e.remove(findings)));
        cases.put("findings of nothing", found(findings, "{\"forecast\":null,\"curve\":[]}"));
        cases.put(
                "findings that do not fit",
                found(
                        findings,
                        "{\"forecast\":{\"segments\":[{\"x\":[1,"
                                + "2],\"truth\":[1],\"predicted\":[1]}],\"mse\":1,\"mae\":1,\"rmse\":1,"
                                + "\"baselines\":[]},\"curve\":[]}"));
        cases.put("findings that are a list", found(findings, "[" + "[".repeat(2_000)));

        long before = rows();
        cases.forEach((what, archive) -> {
            assertThatThrownBy(() -> take(archive)).as(what).isInstanceOf(BadArchive.class);
            assertThat(rows()).as(what).isEqualTo(before);
        });
    }

    private void changed(Map<String, byte[]> cases, String entry, String from, String to)
            throws IOException {
        cases.put(entry + " " + to, bad.text(entry, text -> text.replace(from, to)));
    }

    private byte[] found(String entry, String json) throws IOException {
        return bad.with(e -> e.put(entry, json.getBytes(StandardCharsets.UTF_8)));
    }

    private long rows() {
        return jdbc.sql(
                        "select (select count(*) from project) + (select count(*) from run)"
                                + " + (select count(*) from named_model)"
                                + " + (select count(*) from named_model_version)"
                                + " + (select count(*) from named_model_weights)"
                                + " + (select count(*) from named_model_alias)"
                                + " + (select count(*) from lab_result)"
                                + " + (select count(*) from lab_entry)"
                                + " + (select count(*) from lab_entry_part)")
                .query(Long.class)
                .single();
    }

    private List<String> versions(NamedModel model) {
        return models.versions(ada.caller, model.id()).stream()
                .map(one ->
                        one.number()
                                + one.note()
                                + one.sha256()
                                + one.shape()
                                + one.bytes()
                                + one.madeAt()
                                + one.origin().runName()
                                + one.origin().epoch()
                                + one.origin().loss()
                                + one.origin().valLoss())
                .toList();
    }

    private double[][] predicted(ProjectId in, String reference) {
        double[][] window = new double[20][1];
        for (int t = 0; t < window.length; t++) {
            window[t][0] = Math.sin(t / 3.0);
        }
        return predictions
                .predict(ada.caller, "wave", in, reference, new Question(window, 5))
                .forecast();
    }

    private void keep(String name, @Nullable Sweep sweep, RunId... tried) {
        LabQuestion asked =
                new LabQuestion(
                        LabQuestion.Mode.FORECAST, 0, 40, List.of(), null, Variation.NONE, sweep);
        List<Finding> findings = new ArrayList<>();
        for (RunId one : tried) {
            Subject subject = lab.subject(ada.caller, checkpoint(one));
            findings.add(
                    sweep == null
                            ? Finding.of(subject, lab.forecast(ada.caller, subject, asked))
                            : Finding.of(
                                    subject,
                                    lab.sweep(ada.caller, subject, asked, () -> false, i -> {})));
        }
        var _ = results.keep(ada.caller, name, asked, findings);
    }

    private CheckpointId checkpoint(RunId of) {
        return checkpoints.list(ada.caller, of).getLast().id();
    }

    private RunId trained(ExperimentId experiment) {
        RunId queued =
                runs.queue(
                                ada.caller,
                                experiment,
                                TestRuns.request(0, Map.of("training.epochs", IntNode.valueOf(2))))
                        .id();
        var _ = ada.awaitEnd(queued);
        return queued;
    }

    private static Promotion promotion(String note, String... aliases) {
        return new Promotion(note, List.of(aliases));
    }

    private static String manifest(byte[] archive) throws IOException {
        return new String(
                BadArchives.unpacked(archive).get(BadArchives.MANIFEST), StandardCharsets.UTF_8);
    }

    private ProjectId take(byte[] archive) {
        return archives.importFrom(ada.caller, new ByteArrayInputStream(archive)).id();
    }

    private byte[] export() throws IOException {
        return export(project);
    }

    private byte[] export(ProjectId of) throws IOException {
        try (NamelessFile made = archives.export(ada.caller, of)) {
            return made.input(0).readAllBytes();
        }
    }
}
