package dev.wavetrain.runs.filter;

import dev.wavetrain.runs.filter.FilterField.Kind;
import dev.wavetrain.runs.filter.grammar.RunFilterLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** What could be written at a place in a filter, which need not be a whole one. */
public final class Completion {

    private static final int MOST = 12;
    private static final List<String> SPANS = List.of("1h", "1d", "2d", "7d", "30d");
    private static final List<String> DURATIONS = List.of("30s", "5m", "1h");

    /** What may follow. */
    private enum Next {
        TERM,
        OPERATOR,
        CONTAINS_OR_IN,
        EMPTINESS,
        EMPTY,
        VALUE,
        LIST,
        LIST_VALUE,
        LIST_NEXT,
        LINK
    }

    private final KnownValues known;
    private final String text;
    private final int caret;
    private Next next = Next.TERM;
    private int depth;
    private @Nullable FilterField field;

    private Completion(String text, int caret, KnownValues known) {
        this.text = text;
        this.caret = caret;
        this.known = known;
    }

    /**
     * @param caret in UTF-16 units
     */
    public static List<Offer> at(String text, int caret, KnownValues known) {
        int place = Math.clamp(caret, 0, text.length());
        return text.length() > FilterParser.LONGEST
                ? List.of()
                : new Completion(text, place, known).offers();
    }

    private List<Offer> offers() {
        List<? extends Token> tokens = tokens(text.substring(0, caret));
        boolean within = !tokens.isEmpty() && isOpen(tokens.getLast());
        int from = within ? start(tokens.getLast()) : caret;
        List<? extends Token> before = within ? tokens.subList(0, tokens.size() - 1) : tokens;
        before.forEach(this::pass);
        String begun = text.substring(from, caret);
        return candidates(begun)
                .distinct()
                .filter(offer -> !offer.text().strip().equals(begun))
                .limit(MOST)
                .map(offer -> new Offer(from, end(), offer.text(), offer.label(), offer.kind()))
                .toList();
    }

    private static List<? extends Token> tokens(String text) {
        RunFilterLexer lexer = new RunFilterLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        return lexer.getAllTokens();
    }

    private int start(Token token) {
        return text.offsetByCodePoints(0, token.getStartIndex());
    }

    /** Whether it reaches to the caret and may still grow. */
    private boolean isOpen(Token token) {
        boolean word =
                switch (token.getType()) {
                    case RunFilterLexer.LEFT,
                            RunFilterLexer.RIGHT,
                            RunFilterLexer.COMMA,
                            RunFilterLexer.STRING,
                            RunFilterLexer.EQ,
                            RunFilterLexer.TILDE ->
                            false;
                    default -> true;
                };
        return word && text.offsetByCodePoints(0, token.getStopIndex() + 1) == caret;
    }

    /** The rest of a word that the caret stands in is replaced too. */
    private int end() {
        int end = caret;
        boolean inWord = caret > 0 && isLetter(text.charAt(caret - 1));
        while (inWord && end < text.length() && isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isLetter(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.';
    }

    private void pass(Token token) {
        int type = token.getType();
        depth += type == RunFilterLexer.LEFT ? 1 : type == RunFilterLexer.RIGHT ? -1 : 0;
        next =
                switch (next) {
                    case TERM -> afterTermBegan(token);
                    case LINK -> type == RunFilterLexer.RIGHT ? Next.LINK : afterTermBegan(token);
                    case OPERATOR, CONTAINS_OR_IN -> afterOperator(token);
                    case EMPTINESS -> type == RunFilterLexer.NOT ? Next.EMPTY : Next.LINK;
                    case EMPTY -> Next.LINK;
                    case VALUE -> Next.LINK;
                    case LIST -> Next.LIST_VALUE;
                    case LIST_VALUE -> Next.LIST_NEXT;
                    case LIST_NEXT -> type == RunFilterLexer.COMMA ? Next.LIST_VALUE : Next.LINK;
                };
    }

    private Next afterTermBegan(Token token) {
        return switch (token.getType()) {
            case RunFilterLexer.WORD -> {
                field = FilterFields.find(token.getText()).orElse(null);
                yield field == null ? Next.LINK : Next.OPERATOR;
            }
            case RunFilterLexer.STRING, RunFilterLexer.RIGHT -> Next.LINK;
            default -> Next.TERM;
        };
    }

    private Next afterOperator(Token token) {
        return switch (token.getType()) {
            case RunFilterLexer.IN -> Next.LIST;
            case RunFilterLexer.IS -> Next.EMPTINESS;
            case RunFilterLexer.NOT -> Next.CONTAINS_OR_IN;
            case RunFilterLexer.AND, RunFilterLexer.OR, RunFilterLexer.LEFT -> Next.TERM;
            case RunFilterLexer.WORD -> afterTermBegan(token);
            case RunFilterLexer.RIGHT, RunFilterLexer.STRING -> Next.LINK;
            default -> Next.VALUE;
        };
    }

    private Stream<Offer> candidates(String begun) {
        return switch (next) {
            case TERM -> Stream.concat(fields(begun), words(begun, Offer.Kind.LINK, "not "));
            case OPERATOR -> operators(begun);
            case CONTAINS_OR_IN -> words(begun, Offer.Kind.OPERATOR, "contains ", "in (");
            case EMPTINESS -> words(begun, Offer.Kind.OPERATOR, "empty ", "not empty ");
            case EMPTY -> words(begun, Offer.Kind.OPERATOR, "empty ");
            case VALUE -> values(begun, " ");
            case LIST -> words(begun, Offer.Kind.OPERATOR, "(");
            case LIST_VALUE -> values(begun, "");
            case LIST_NEXT -> words(begun, Offer.Kind.LINK, ", ", ") ");
            case LINK -> links(begun);
        };
    }

    /** Those that begin so come before those that have it in them. */
    private static Stream<Offer> fields(String begun) {
        String low = begun.toLowerCase(Locale.ROOT);
        Stream<FilterField> first =
                FilterFields.all().stream().filter(each -> matches(each, low, true));
        Stream<FilterField> then =
                low.isEmpty()
                        ? Stream.of()
                        : FilterFields.all().stream().filter(each -> matches(each, low, false));
        return Stream.concat(first, then).distinct().map(each -> offer(each, low));
    }

    private static boolean matches(FilterField field, String low, boolean begins) {
        return Stream.concat(Stream.of(field.name()), field.aliases().stream())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> begins ? name.startsWith(low) : name.contains(low));
    }

    private static Offer offer(FilterField field, String low) {
        boolean byPath = low.indexOf('.') >= 0;
        String name = byPath ? field.name() : field.shortName();
        Offer.Kind kind =
                field.isSetting()
                        ? Offer.Kind.SETTING
                        : field.kind() == Kind.NUMBER || field.kind() == Kind.DURATION
                                ? Offer.Kind.METRIC
                                : Offer.Kind.FIELD;
        return new Offer(0, 0, name + " ", name, kind);
    }

    private Stream<Offer> operators(String begun) {
        FilterField of = field;
        List<String> all = new ArrayList<>();
        if (of != null && of.kind() != Kind.PART) {
            of.operators().forEach(operator -> all.add(operator.sign() + " "));
            all.add("in (");
        }
        all.addAll(List.of("is empty ", "is not empty "));
        return words(begun, Offer.Kind.OPERATOR, all.toArray(String[]::new));
    }

    private Stream<Offer> values(String begun, String after) {
        String low = begun.replaceFirst("^[\"']", "").toLowerCase(Locale.ROOT);
        List<String> all = field == null ? List.of() : valuesOf(field);
        return all.stream()
                .filter(value -> value.toLowerCase(Locale.ROOT).contains(low))
                .map(value ->
                        new Offer(0, 0, Written.quoted(value) + after, value, Offer.Kind.VALUE));
    }

    private List<String> valuesOf(FilterField of) {
        if (!of.values().isEmpty()) {
            return of.values();
        }
        return switch (of.kind()) {
            case TIME -> SPANS;
            case DURATION -> DURATIONS;
            default -> known.of(of);
        };
    }

    private Stream<Offer> links(String begun) {
        List<String> all = new ArrayList<>(List.of("and ", "or "));
        Optional.of(") ").filter(_ -> depth > 0).ifPresent(all::add);
        return words(begun, Offer.Kind.LINK, all.toArray(String[]::new));
    }

    private static Stream<Offer> words(String begun, Offer.Kind kind, String... words) {
        String low = begun.toLowerCase(Locale.ROOT);
        return Stream.of(words)
                .filter(word -> word.startsWith(low))
                .map(word -> new Offer(0, 0, word, word.strip(), kind));
    }
}
