package dev.wavetrain.api;

import dev.wavetrain.ApiClient;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes what a careless or hostile caller may send; the same for the same random numbers. */
final class Oddities {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> WORDS =
            List.of(
                    "",
                    " ",
                    "null",
                    "-1",
                    "0",
                    "1e309",
                    "NaN",
                    "-0",
                    "9223372036854775808",
                    "2147483648",
                    "0x10",
                    "' or 1=1 --",
                    "%",
                    "_",
                    "%00",
                    "../../etc/passwd",
                    "<script>alert(1)</script>",
                    "\u202Eevil",
                    "\uD83D\uDE00",
                    "\uD800",
                    "\u0000",
                    "\r\nX-Odd: 1",
                    "a".repeat(10_000),
                    "${jndi:ldap://x}",
                    "2026-13-45T99:99:99Z",
                    "00000000-0000-0000-0000-000000000000",
                    "RUNNING",
                    "true");
    private static final List<String> ATOMS =
            List.of(
                    "x",
                    "pi",
                    "e",
                    "0",
                    "1",
                    "3.5",
                    ".5",
                    "1e400",
                    "1e-400",
                    "y",
                    "sin",
                    "(",
                    ")",
                    ",",
                    "+",
                    "-",
                    "*",
                    "/",
                    "^",
                    "**",
                    "!",
                    "cos(x)",
                    "noise(0.1)",
                    "log(0)",
                    "sqrt(-1)",
                    "exp(exp(exp(9)))",
                    "((((",
                    "))))",
                    "\u03C0",
                    "\t",
                    "#",
                    "x x",
                    "mod(x,0)",
                    "abs(",
                    "floor(x)/0");

    private static final List<String> CONDITIONS =
            List.of(
                    "val_loss",
                    "cell",
                    "state",
                    "tag",
                    "started",
                    "group",
                    "signal",
                    "favourite",
                    "training.optimizer.kind",
                    "earlyStopping",
                    "<",
                    "!=",
                    "=",
                    "~",
                    "contains",
                    "in",
                    "is",
                    "not",
                    "empty",
                    "and",
                    "or",
                    "(",
                    ")",
                    ",",
                    "GRU",
                    "0.01",
                    "NaN",
                    "2d",
                    "true",
                    "\"x y\"",
                    "\"",
                    "'",
                    "\uD83D\uDE00",
                    "\uD800",
                    "%_!");

    private static final List<String> CELLS =
            List.of(
                    "a",
                    "b",
                    ",",
                    ",",
                    ";",
                    "\t",
                    "|",
                    "\n",
                    "\n",
                    "\r\n",
                    "\"",
                    "\"\"",
                    "1",
                    "2.5",
                    "3,5",
                    "1.000,5",
                    "-7e3",
                    "NaN",
                    "NA",
                    "2026-01-02",
                    "12:00",
                    " ",
                    "\uFEFF",
                    "\u0000",
                    "1,2\n3,4\n",
                    "x,y\n1,2\n");

    private final RandomGenerator random;

    Oddities(RandomGenerator random) {
        this.random = random;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    String word() {
        return random.nextInt(4) == 0 ? letters() : one(WORDS);
    }

    /** Any characters at all. */
    String letters() {
        return random.ints(random.nextInt(1, 40), 0, 0x2FF)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** Of the parts that formulas have, often in no good order. */
    String formula() {
        if (random.nextInt(50) == 0) {
            return one(List.of("(", "-", "sin(", "x+", "2^")).repeat(random.nextInt(1, 3_000));
        }
        return Stream.generate(() -> one(ATOMS))
                .limit(random.nextInt(1, 14))
                .collect(Collectors.joining());
    }

    /** Of the parts that filters of runs have, often in no good order. */
    String filter() {
        if (random.nextInt(50) == 0) {
            return one(List.of("(", "not ", "a or ", "cell in (", "!", "\""))
                    .repeat(random.nextInt(1, 10_000));
        }
        return Stream.generate(() -> random.nextInt(8) == 0 ? word() : one(CONDITIONS))
                .limit(random.nextInt(1, 14))
                .collect(Collectors.joining(" "));
    }

    /** A good tree with some of its places changed. */
    String changed(JsonNode good) {
        JsonNode tree = good.deepCopy();
        int changes = random.nextInt(1, 4);
        for (int i = 0; i < changes; i++) {
            change(tree);
        }
        String text = tree.toString();
        return random.nextInt(20) == 0 ? torn(text) : text;
    }

    private void change(JsonNode tree) {
        JsonNode at = tree;
        while (true) {
            List<String> names = at.propertyStream().map(entry -> entry.getKey()).toList();
            if (at instanceof ArrayNode array) {
                array.add(value());
                return;
            }
            if (!(at instanceof ObjectNode object) || names.isEmpty()) {
                return;
            }
            String name = one(names);
            JsonNode child = object.get(name);
            if (child.isContainer() && random.nextInt(5) != 0) {
                at = child;
                continue;
            }
            switch (random.nextInt(5)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(word(), value());
                case 2 -> object.put(name, formula());
                default -> object.set(name, value());
            }
            return;
        }
    }

    /** A value of any kind, rarely a deep or a long one. */
    private JsonNode value() {
        return switch (random.nextInt(9)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.numberNode(random.nextInt());
            case 3 -> JSON.numberNode(Double.longBitsToDouble(random.nextLong(1L << 62)));
            case 4 -> JSON.numberNode(random.nextInt(-2, 3));
            case 5 -> JSON.arrayNode().add(word());
            case 6 -> JSON.objectNode().put(one(List.of("a", "kind", "formula")), word());
            case 7 -> deep(random.nextInt(10) == 0 ? 400 : 3);
            default -> JSON.stringNode(word());
        };
    }

    private static JsonNode deep(int levels) {
        JsonNode inner = JSON.objectNode();
        for (int i = 0; i < levels; i++) {
            inner = JSON.arrayNode().add(inner);
        }
        return inner;
    }

    /** The text with a piece cut out, doubled or replaced. */
    private String torn(String text) {
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + random.nextInt(1, 30));
        String middle =
                switch (random.nextInt(3)) {
                    case 0 -> "";
                    case 1 -> text.substring(from, to).repeat(2);
                    default -> letters();
                };
        return text.substring(0, from) + middle + text.substring(to);
    }

    /** Bytes with some cut out, doubled or replaced. */
    byte[] torn(byte[] good) {
        int from = random.nextInt(good.length);
        int to = Math.min(good.length, from + random.nextInt(1, 300));
        byte[] middle =
                switch (random.nextInt(4)) {
                    case 0 -> new byte[0];
                    case 1 -> Arrays.copyOfRange(good, from, to);
                    default -> new byte[to - from];
                };
        if (middle.length > 0 && random.nextBoolean()) {
            random.nextBytes(middle);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(good, 0, from);
        all.writeBytes(middle);
        all.write(good, to, good.length - to);
        return all.toByteArray();
    }

    /** Lines of JSON of which one is changed, or torn. */
    byte[] lines(byte[] good) {
        List<String> lines =
                new ArrayList<>(new String(good, StandardCharsets.UTF_8).lines().toList());
        if (!lines.isEmpty()) {
            int at = random.nextInt(lines.size());
            String line = lines.get(at);
            lines.set(
                    at,
                    line.startsWith("{") && line.endsWith("}")
                            ? changed(ApiClient.JSON.readTree(line))
                            : torn(line + " "));
        }
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    /** Of what tables have, often in no good order. */
    String table() {
        return Stream.generate(() -> random.nextInt(10) == 0 ? word() : one(CELLS))
                .limit(random.nextInt(1, 60))
                .collect(Collectors.joining());
    }

    /** {@code name=value} pairs of which some are known ones. */
    String query(List<String> names) {
        return Stream.generate(() ->
                        encoded(random.nextInt(6) == 0 ? word() : one(names))
                                + (random.nextInt(10) == 0 ? "" : "=" + encoded(word())))
                .limit(random.nextInt(1, 5))
                .collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
