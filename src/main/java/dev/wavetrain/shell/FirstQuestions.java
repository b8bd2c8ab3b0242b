package dev.wavetrain.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.springframework.core.io.ClassPathResource;

/**
 * Has a page ask for its view by its first line ({@code scripts/first-questions.js}), while the
 * browser still loads and compiles the front end, and begin with all parts of that at once. Else
 * one would wait for the other.
 */
final class FirstQuestions {

    private static final String SCRIPT = "META-INF/resources/scripts/first-questions.js";
    private static final String PAGES = "META-INF/VAADIN/webapp/";
    private static final String FOLDER = "VAADIN/build/";

    /** What the front end's first file loads one after the other. */
    private static final Pattern PART =
            Pattern.compile("(generated-flow-imports|FlowBootstrap|FlowClient)-[\\w-]+\\.js");

    private final String script = read(SCRIPT);
    private final List<String> parts = parts();

    private static String read(String file) {
        try {
            return new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that it names: files of an older front end may still lie beside them. */
    private static List<String> parts() {
        String index = PAGES + "index.html";
        if (!new ClassPathResource(index).exists()) {
            // Without a front end, as services are tested.
            return List.of();
        }
        Element first = Jsoup.parse(read(index)).expectFirst("script[src*=" + FOLDER + "]");
        String name = first.attr("src").replaceFirst(".*/", "");
        return PART.matcher(read(PAGES + FOLDER + name))
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    /** Before any style sheet, which it would wait for; after the address that all is based on. */
    void into(Element head) {
        Element line = new Element("script").appendChild(new DataNode(script));
        Element base = head.selectFirst("base");
        if (base == null) {
            head.prependChild(line);
        } else {
            base.after(line);
        }
        for (String part : parts) {
            head.appendElement("link")
                    .attr("rel", "modulepreload")
                    .attr("href", "./" + FOLDER + part);
        }
    }
}
