package dev.wavetrain.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetrain.IntegrationTest;
import dev.wavetrain.TestRuns;
import dev.wavetrain.common.Forbidden;
import dev.wavetrain.common.NamelessFile;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.experiments.ExperimentService;
import dev.wavetrain.runs.RunService;
import dev.wavetrain.sharing.BadArchive.Reason;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Archives that were changed, damaged or made to harm: refused whole, with nothing left behind. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchiveTest {

    @Autowired ApplicationContext context;
    @Autowired Archives archives;
    @Autowired Projects projects;
    @Autowired RunService runs;
    @Autowired ExperimentService experiments;
    @Autowired JdbcClient jdbc;

    /** Others may make archives on this machine at the same time. */
    static final Path FOLDER = Path.of("target", "archives", UUID.randomUUID().toString());

    TestRuns ada;
    ProjectId project;
    byte[] good;
    BadArchives bad;

    @DynamicPropertySource
    static void ownFolder(DynamicPropertyRegistry settings) {
        settings.add("wavetrain.archive.folder", FOLDER::toString);
    }

    @BeforeEach
    void a_project_with_a_trained_run() throws IOException {
        if (good != null) {
            return;
        }
        ada = new TestRuns(context);
        project = projects.create(ada.caller, "Waves").id();
        var _ = experiments.move(ada.caller, ada.experiment, project);
        RunId run = ada.queue(3);
        ada.awaitEnd(run);
        var _ = runs.annotate(ada.caller, run, null, "Some *notes*", List.of("one", "two"));
        good = export();
        bad = new BadArchives(good);
    }

    @Test
    void a_good_one_is_taken_and_its_bin_is_not() throws IOException {
        RunId binned = ada.queue(1);
        ada.awaitEnd(binned);
        runs.bin(ada.caller, binned);
        assertThat(new String(export(), StandardCharsets.ISO_8859_1))
                .doesNotContain(binned.toString());
        Projects.ProjectDetails made = take(good);
        assertThat(made.name()).isEqualTo("Waves");
        assertThat(made.id()).isNotEqualTo(project);
        assertThat(count("run", made.id())).isOne();
        assertThat(count("experiment", made.id())).isOne();
    }

    /** So that none is left where the server is killed. */
    @Test
    void no_file_of_it_has_a_name_while_it_comes() {
        List<Long> named = new ArrayList<>();
        InputStream watched =
                new FilterInputStream(new ByteArrayInputStream(good)) {
                    @Override
                    public int read(byte[] target, int from, int most) throws IOException {
                        int came = super.read(target, from, Math.min(most, 1_000));
                        named.add(files());
                        return came;
                    }
                };
        assertThat(archives.importFrom(ada.caller, watched).name()).isEqualTo("Waves");
        assertThat(named).hasSizeGreaterThan(5).containsOnly(0L);
    }

    @Test
    void only_admins_take_one_out() {
        TestRuns joan = new TestRuns(context);
        assertThatThrownBy(() -> archives.export(joan.caller, project))
                .isInstanceOf(NotFound.class);
        context.getBean(Members.class)
                .add(
                        ada.caller,
                        project,
                        joan.caller.name(),
                        dev.wavetrain.common.MemberRole.EDITOR);
        assertThatThrownBy(() -> archives.export(joan.caller, project))
                .isInstanceOf(Forbidden.class);
    }

    /** What somebody did to the archive, and why it is refused. */
    Stream<Arguments> cases() throws IOException {
        a_project_with_a_trained_run();
        String epochs = bad.first("epochs/");
        String weights = bad.first("weights/");
        byte[] zeros = new byte[1 << 20];
        List<Arguments> all = new ArrayList<>();
        add(all, "empty", Reason.NOT_A_ZIP, new byte[0]);
        add(all, "text", Reason.NOT_A_ZIP, "no zip ".repeat(50).getBytes(StandardCharsets.UTF_8));
        add(all, "an empty zip", Reason.NOT_A_ZIP, BadArchives.packed(Map.of()));
        add(all, "half of it", Reason.TRUNCATED, java.util.Arrays.copyOf(good, good.length / 2));
        add(
                all,
                "without its last byte",
                Reason.TRUNCATED,
                java.util.Arrays.copyOf(good, good.length - 1));
        add(
                all,
                "with more behind it",
                Reason.TRUNCATED,
                java.util.Arrays.copyOf(good, good.length + 5));
        add(all, "another zip", Reason.UNKNOWN_ENTRY, BadArchives.packed(Map.of("a.txt", zeros)));
        for (String name :
                List.of(
                        "../evil.json",
                        "/etc/passwd",
                        "..\\evil.json",
                        "C:\\evil.json",
                        "epochs/../runs.jsonl",
                        "epochs/",
                        "weights/x.zip",
                        "epochs/" + UUID.randomUUID() + ".csv/../../x",
                        "PROJECT.JSON",
                        "runs.jsonl\u0000.txt",
                        "epochs/"
                                + UUID.randomUUID().toString().toUpperCase(java.util.Locale.ROOT)
                                + ".csv")) {
            if (!name.equals("epochs/" + name)) {
                add(
                        all,
                        "entry " + name.replace('\u0000', '0'),
                        Reason.UNKNOWN_ENTRY,
                        bad.with(e -> e.put(name, new byte[1])));
            }
        }
        add(
                all,
                "epochs of no run",
                Reason.UNKNOWN_ENTRY,
                bad.with(e ->
                        put(
                                e,
                                "epochs/" + UUID.randomUUID() + ".csv",
                                "epoch,loss,val_loss\n",
                                weights)));
        add(
                all,
                "weights of no checkpoint",
                Reason.UNKNOWN_ENTRY,
                bad.with(e -> e.put("weights/" + UUID.randomUUID() + ".zip", new byte[10])));
        add(
                all,
                "a changed loss",
                Reason.CHECKSUM,
                bad.behindItsBack(e ->
                        e.put(epochs, "epoch,loss,val_loss\n".getBytes(StandardCharsets.UTF_8))));
        add(
                all,
                "an entry too many",
                Reason.UNKNOWN_ENTRY,
                bad.behindItsBack(e -> {
                    byte[] m = e.remove(BadArchives.MANIFEST);
                    e.put("weights/" + UUID.randomUUID() + ".zip", new byte[3]);
                    e.put(BadArchives.MANIFEST, m);
                }));
        add(all, "an entry missing", Reason.MISSING, bad.behindItsBack(e -> e.remove(weights)));
        add(all, "runs missing", Reason.MISSING, bad.with(e -> e.remove("runs.jsonl")));
        add(
                all,
                "no manifest",
                Reason.MISSING,
                bad.behindItsBack(e -> e.remove(BadArchives.MANIFEST)));
        add(
                all,
                "another format",
                Reason.NOT_AN_ARCHIVE,
                bad.behindItsBack(
                        e -> e.put(BadArchives.MANIFEST, "{}".getBytes(StandardCharsets.UTF_8))));
        add(
                all,
                "a manifest that is a list",
                Reason.JSON,
                bad.behindItsBack(
                        e -> e.put(BadArchives.MANIFEST, "[]".getBytes(StandardCharsets.UTF_8))));
        add(
                all,
                "a manifest that is deep",
                Reason.JSON,
                bad.behindItsBack(e ->
                        e.put(
                                BadArchives.MANIFEST,
                                ("{\"a\":" + "[".repeat(5_000)).getBytes(StandardCharsets.UTF_8))));
        add(all, "version 3", Reason.VERSION, bad.version(3));
        add(all, "version 0", Reason.VERSION, bad.version(0));
        add(
                all,
                "out of order",
                Reason.ORDER,
                bad.with(e -> {
                    byte[] p = e.remove("project.json");
                    e.put("project.json", p);
                }));
        add(all, "weights missing", Reason.MISSING, bad.with(e -> e.remove(weights)));
        add(all, "epochs missing", Reason.MISSING, bad.with(e -> e.remove(epochs)));
        add(
                all,
                "weights that are none",
                Reason.CHECKSUM,
                bad.with(e -> e.put(weights, new byte[100])));
        byte[] serialised = serialised();
        add(all, "weights that are a Java object", Reason.WEIGHTS, weights(weights, serialised));
        byte[] cut = java.util.Arrays.copyOf(bad.bytes(weights), bad.bytes(weights).length - 30);
        add(all, "weights cut off", Reason.WEIGHTS, weights(weights, cut));
        json(all, "project.json", "\"name\":\"Waves\"", "\"name\":\"\"", Reason.VALUE);
        json(all, "project.json", "\"name\":\"Waves\"", "\"name\":7", Reason.VALUE);
        json(all, "project.json", "\"name\":\"Waves\"", "\"name\":\"a\\u0007b\"", Reason.VALUE);
        json(
                all,
                "project.json",
                "\"name\":\"Waves\"",
                "\"name\":\"" + "x".repeat(101) + "\"",
                Reason.VALUE);
        json(
                all,
                "project.json",
                "\"name\":\"Waves\"",
                "\"name\":\"Waves\",\"name\":\"Two\"",
                Reason.JSON);
        json(
                all,
                "project.json",
                "\"name\":\"Waves\"",
                "\"name\":\"Waves\",\"x\":" + "[".repeat(900) + "]".repeat(900),
                Reason.JSON);
        json(all, "project.json", "}\n", "} {}\n", Reason.JSON);
        json(all, "project.json", "}\n", "}", Reason.JSON);
        json(all, "experiments.jsonl", "\"version\":1", "\"version\":2", Reason.MISSING);
        json(all, "experiments.jsonl", "\"version\":1", "\"version\":0", Reason.VALUE);
        json(
                all,
                "experiments.jsonl",
                "\"version\":1",
                "\"version\":99999999999999999999",
                Reason.VALUE);
        json(all, "experiments.jsonl", "\"archived\":false", "\"archived\":\"no\"", Reason.VALUE);
        json(all, "versions.jsonl", "\\\"batchSize\\\":10", "\\\"batchSize\\\":0", Reason.VALUE);
        json(all, "versions.jsonl", "\\\"units\\\":[40]", "\\\"units\\\":[40000000]", Reason.VALUE);
        json(all, "runs.jsonl", "\"epoch\":3", "\"epoch\":4", Reason.VALUE);
        json(all, "runs.jsonl", "\"epoch\":3", "\"epoch\":2", Reason.VALUE);
        json(all, "runs.jsonl", "\"epoch\":3", "\"epoch\":-1", Reason.VALUE);
        json(all, "runs.jsonl", "\"epoch\":3", "\"epoch\":3.5", Reason.VALUE);
        json(
                all,
                "runs.jsonl",
                "\"notes\":\"Some",
                "\"notes\":\"\\ud800Some",
                Reason.VALUE,
                Reason.JSON);
        json(all, "runs.jsonl", "\"provenance\":\"{", "\"provenance\":\"[{", Reason.VALUE);
        json(all, "runs.jsonl", "\"warnings\":\"", "\"warnings\":\"{", Reason.VALUE);
        json(all, "runs.jsonl", "\"state\":\"COMPLETED\"", "\"state\":\"GONE\"", Reason.VALUE);
        json(all, "runs.jsonl", "\"notes\":\"Some", "\"notes\":\"\\u0000Some", Reason.VALUE);
        json(all, "runs.jsonl", "\"queued_at\":\"20", "\"queued_at\":\"+9999920", Reason.VALUE);
        json(
                all,
                "runs.jsonl",
                "\"group_id\":null",
                "\"group_id\":\"" + UUID.randomUUID() + "\"",
                Reason.VALUE);
        json(all, "runs.jsonl", "\"parent_epoch\":null", "\"parent_epoch\":1", Reason.VALUE);
        json(
                all,
                "runs.jsonl",
                "\"experiment_version\":1",
                "\"experiment_version\":7",
                Reason.VALUE);
        json(all, "checkpoints.jsonl", "\"epoch\":3", "\"epoch\":9", Reason.VALUE);
        json(all, "checkpoints.jsonl", "\"size\":", "\"size\":1", Reason.VALUE, Reason.CHECKSUM);
        json(
                all,
                "checkpoints.jsonl",
                "\"parameters_sha256\":\"",
                "\"parameters_sha256\":\"0",
                Reason.VALUE,
                Reason.CHECKSUM);
        json(all, epochs, "\n1,", "\n2,", Reason.VALUE);
        json(all, epochs, "\n1,", "\n1,0x1p3,\n1,", Reason.VALUE);
        json(all, epochs, "\n1,", "\n1,1e999999999999,\n1,", Reason.VALUE);
        json(all, epochs, "\n1,", "\n=1+1,", Reason.VALUE);
        json(all, epochs, "\n1,", "\n" + "9".repeat(5_000) + ",", Reason.VALUE);
        add(all, "a run twice", Reason.VALUE, bad.text("runs.jsonl", text -> text + text));
        add(
                all,
                "a checkpoint twice",
                Reason.VALUE,
                bad.text("checkpoints.jsonl", text -> text + text));
        add(all, "a version twice", Reason.VALUE, bad.text("versions.jsonl", text -> text + text));
        add(all, "a project twice", Reason.TWICE, bad.text("project.json", text -> text + text));
        add(
                all,
                "not UTF-8",
                Reason.JSON,
                bad.with(e -> e.put("groups.jsonl", new byte[] {(byte) 0xff, '\n'})));
        add(
                all,
                "a line without end",
                Reason.JSON,
                bad.with(e ->
                        e.put(
                                "groups.jsonl",
                                " ".repeat(3 << 20).getBytes(StandardCharsets.UTF_8))));
        add(all, "a bomb", Reason.BOMB, bad.with(e -> e.put("groups.jsonl", new byte[64 << 20])));
        add(all, "a name twice", Reason.TWICE, twice("epochs/"));
        return all.stream();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void a_bad_one_is_refused_and_leaves_nothing_behind(
            String what, List<Reason> why, byte[] archive) throws IOException {
        Map<String, Long> before = rows();
        long files = files();
        assertThatThrownBy(() -> take(archive))
                .isInstanceOfSatisfying(
                        BadArchive.class,
                        refused -> assertThat(refused.reason()).as(refused.toString()).isIn(why));
        assertThat(rows()).isEqualTo(before);
        assertThat(files()).isEqualTo(files);
    }

    @Test
    void whatever_bits_flip_it_is_taken_whole_or_refused_whole() throws IOException {
        Random random = new Random(17);
        int taken = 0;
        for (int i = 0; i < 300; i++) {
            byte[] changed = good.clone();
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Map<String, Long> before = rows();
            try {
                var _ = take(changed);
                taken++;
            } catch (BadArchive refused) {
                assertThat(rows()).isEqualTo(before);
            }
        }
        // What the ZIP's directory says is not read: flips there change nothing.
        assertThat(taken).isLessThan(150);
    }

    private void json(List<Arguments> all, String entry, String from, String to, Reason... why)
            throws IOException {
        byte[] archive =
                bad.text(
                        entry,
                        text ->
                                text.replaceFirst(
                                        java.util.regex.Pattern.quote(from),
                                        java.util.regex.Matcher.quoteReplacement(to)));
        String name = entry.startsWith("epochs") ? "epochs" : entry;
        String said = to.length() > 60 ? to.substring(0, 60) + "…" : to;
        all.add(Arguments.of(name + " " + said.replace("\n", "|"), List.of(why), archive));
    }

    private static void add(List<Arguments> all, String what, Reason why, byte[] archive) {
        all.add(Arguments.of(what, List.of(why), archive));
    }

    private static void put(Map<String, byte[]> entries, String name, String text, String before) {
        Map<String, byte[]> all = new java.util.LinkedHashMap<>(entries);
        entries.clear();
        all.forEach((each, bytes) -> {
            if (each.equals(before)) {
                entries.put(name, text.getBytes(StandardCharsets.UTF_8));
            }
            entries.put(each, bytes);
        });
    }

    /** The file and the sizes and checksums that belong to it. */
    private byte[] weights(String entry, byte[] file) throws IOException {
        String id = entry.substring("weights/".length(), entry.length() - ".zip".length());
        return bad.with(entries -> {
            entries.put(entry, file);
            String lines = new String(entries.get("checkpoints.jsonl"), StandardCharsets.UTF_8);
            StringBuilder changed = new StringBuilder();
            for (String line : lines.split("\n")) {
                changed.append(
                                line.contains("\"id\":\"" + id)
                                        ? line.replaceFirst(
                                                        "\"size\":\\d+", "\"size\":" + file.length)
                                                .replaceFirst(
                                                        "\"sha256\":\"\\w+",
                                                        "\"sha256\":\"" + BadArchives.sha256(file))
                                        : line)
                        .append('\n');
            }
            entries.put("checkpoints.jsonl", changed.toString().getBytes(StandardCharsets.UTF_8));
        });
    }

    private static byte[] serialised() throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var out = new java.io.ObjectOutputStream(bytes)) {
            out.writeObject(new java.util.ArrayList<>(List.of("evil")));
        }
        return bytes.toByteArray();
    }

    /** ZipOutputStream refuses it: one name is made the other's in the bytes. */
    private byte[] twice(String prefix) throws IOException {
        String first = bad.first(prefix);
        String other = prefix + UUID.randomUUID() + first.substring(first.lastIndexOf('.'));
        byte[] archive = bad.with(e -> put(e, other, "", bad.first("weights/")));
        String all = new String(archive, StandardCharsets.ISO_8859_1);
        return all.replace(other, first).getBytes(StandardCharsets.ISO_8859_1);
    }

    private Projects.ProjectDetails take(byte[] archive) {
        return archives.importFrom(ada.caller, new ByteArrayInputStream(archive));
    }

    private byte[] export() throws IOException {
        try (NamelessFile made = archives.export(ada.caller, project);
                InputStream bytes = made.input(0)) {
            return bytes.readAllBytes();
        }
    }

    private Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        for (String table :
                List.of(
                        "project",
                        "membership",
                        "experiment",
                        "experiment_version",
                        "run_group",
                        "run",
                        "run_epoch",
                        "checkpoint",
                        "checkpoint_weights",
                        "run_comment",
                        "audit_entry")) {
            rows.put(table, jdbc.sql("select count(*) from " + table).query(Long.class).single());
        }
        return rows;
    }

    private long count(String table, ProjectId of) {
        return jdbc.sql("select count(*) from %s where project_id = ?".formatted(table))
                .param(of.value())
                .query(Long.class)
                .single();
    }

    private static long files() throws IOException {
        try (Stream<Path> all = Files.list(FOLDER)) {
            return all.count();
        }
    }
}
