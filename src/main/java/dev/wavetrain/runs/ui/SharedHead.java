package dev.wavetrain.runs.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import dev.wavetrain.common.Visits;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * What the first answer of a shared page says of it: not to be listed, kept, or told to others by
 * its address, which is a secret; and 404 where it opens nothing.
 */
@Component
class SharedHead implements VaadinServiceInitListener {

    private static final Pattern PATH = Pattern.compile("/" + SharedView.ADDRESS + "([^/]*)(/.*)?");

    private static final String NOT_LISTED = "noindex, nofollow, noarchive";

    private final Visits visits;

    SharedHead(Visits visits) {
        this.visits = visits;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::dress);
    }

    private void dress(IndexHtmlResponse page) {
        String path = page.getVaadinRequest().getPathInfo();
        Matcher shared = PATH.matcher(path == null ? "" : path);
        if (!shared.matches()) {
            return;
        }
        VaadinResponse response = page.getVaadinResponse();
        response.setHeader("X-Robots-Tag", NOT_LISTED);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        page.getDocument()
                .head()
                .appendElement("meta")
                .attr("name", "robots")
                .attr("content", NOT_LISTED);
        if (visits.look(shared.group(1)).isEmpty()) {
            response.setStatus(404);
        }
    }
}
