package dev.wavetrain.sharing.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadEvent;
import dev.wavetrain.common.Busy;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.NamelessFile;
import dev.wavetrain.sharing.Archives;
import dev.wavetrain.sharing.Projects.ProjectDetails;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Toast;
import java.io.IOException;

/** An address that is not seen, behind an entry of a menu: the project as a file. */
final class ArchiveDownload extends Anchor {

    private final transient Archives archives;
    private final transient Caller caller;
    private final transient ProjectDetails project;
    private final transient Texts texts;

    ArchiveDownload(Archives archives, Caller caller, ProjectDetails project, Texts texts) {
        this.archives = archives;
        this.caller = caller;
        this.project = project;
        this.texts = texts;
        setHref(this::send);
        getStyle().set("display", "none");
        getElement().setAttribute("aria-hidden", "true");
        getElement().setAttribute("tabindex", "-1");
    }

    void start() {
        getElement().callJsFunction("click");
    }

    private void send(DownloadEvent event) throws IOException {
        try (NamelessFile archive = archives.export(caller, project.id())) {
            event.setFileName("wavetrain-project-" + project.id() + ".zip");
            event.setContentType("application/zip");
            event.setContentLength(archive.size());
            archive.input(0).transferTo(event.getOutputStream());
        } catch (Busy others) {
            event.getResponse().setStatus(503);
            event.getUI().access(() -> Toast.fail(texts.get("archive.busy")));
        }
    }
}
