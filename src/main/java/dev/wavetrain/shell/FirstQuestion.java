package dev.wavetrain.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.communication.JavaScriptBootstrapHandler;
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
 * What a page asks the server first. Vaadin's client asks when all of it is loaded and compiled:
 * once for an empty page, then for the view. Here the page's first line asks ({@code
 * scripts/first-question.js}), and is answered with the view, while the browser still loads.
 */
final class FirstQuestion extends JavaScriptBootstrapHandler {

    /** Only the first line asks so: Vaadin's own question is answered as ever. */
    private static final String MARK = "first";

    private static final String SCRIPT = "META-INF/resources/scripts/first-question.js";

    private static final String FOLDER = "VAADIN/build/";

    /** How their files' names begin; the rest is a hash of what is in them. */
    private static final List<String> PARTS =
            List.of("generated-flow-imports-", "FlowBootstrap-", "FlowClient-");

    private final String script = script();
    private final List<String> parts = parts();

    private static String script() {
        try {
            return new ClassPathResource(SCRIPT).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of the front end that the client would load one after the other. */
    private static List<String> parts() {
        try {
            Resource[] all =
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:META-INF/VAADIN/webapp/" + FOLDER + "*.js");
            return Arrays.stream(all)
                    .map(Resource::getFilename)
                    .filter(name -> PARTS.stream().anyMatch(name::startsWith))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Before any style sheet, which it would wait for; behind the address that all is based on. */
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

    @Override
    protected boolean canHandleRequest(VaadinRequest request) {
        return request.getParameter(MARK) != null && super.canHandleRequest(request);
    }

    @Override
    protected void initializeUIWithRouter(BootstrapContext context, UI ui) {
        ui.getInternals().getRouter().initializeUI(ui, context.getRoute());
    }
}
