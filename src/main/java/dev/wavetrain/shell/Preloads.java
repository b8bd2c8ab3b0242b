package dev.wavetrain.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.Element;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Parts of the front end that each page asks for in the end, one when the one before has run: a
 * browser that is told of them fetches and compiles them meanwhile.
 */
final class Preloads {

    private static final String FOLDER = "VAADIN/build/";

    /** How their files' names begin; the rest is a hash of what is in them. */
    private static final List<String> PARTS =
            List.of("generated-flow-imports-", "FlowBootstrap-", "FlowClient-");

    private final List<String> files;

    Preloads() {
        try {
            Resource[] all =
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:META-INF/VAADIN/webapp/" + FOLDER + "*.js");
            files =
                    Arrays.stream(all)
                            .map(Resource::getFilename)
                            .filter(name -> PARTS.stream().anyMatch(name::startsWith))
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void into(Element head) {
        files.forEach(file ->
                head.appendElement("link")
                        .attr("rel", "modulepreload")
                        .attr("href", "./" + FOLDER + file));
    }
}
