package dev.wavetrain.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Has a page ask for its view by its first line ({@code scripts/first-questions.js}), while the
 * browser still loads and compiles the front end, and begin with all parts of that at once. Else
 * one would wait for the other.
 */
final class FirstQuestions {

    private static final String SCRIPT = "META-INF/resources/scripts/first-questions.js";
    private static final String FOLDER = "VAADIN/build/";

    /** How the files' names begin of what is loaded one after the other; a hash follows. */
    private static final List<String> PARTS =
            List.of("generated-flow-imports-", "FlowBootstrap-", "FlowClient-");

    private final String script;
    private final List<String> parts;

    FirstQuestions() {
        try {
            script = new ClassPathResource(SCRIPT).getContentAsString(StandardCharsets.UTF_8);
            Resource[] all =
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:META-INF/VAADIN/webapp/" + FOLDER + "*.js");
            parts =
                    Arrays.stream(all)
                            .map(Resource::getFilename)
                            .filter(name -> PARTS.stream().anyMatch(name::startsWith))
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
