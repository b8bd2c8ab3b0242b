package dev.wavetrain.sharing.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import dev.wavetrain.common.Busy;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.sharing.Archives;
import dev.wavetrain.sharing.BadArchive;
import dev.wavetrain.sharing.Projects.ProjectDetails;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.live.OpenPage;
import dev.wavetrain.shell.parts.Refusal;
import dev.wavetrain.shell.parts.Toast;
import dev.wavetrain.shell.parts.UploadWords;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the file of a project and makes a project of it; says why where it is refused. */
final class ImportDialog extends Dialog {

    private static final Logger LOG = LoggerFactory.getLogger(ImportDialog.class);

    private final transient Archives archives;
    private final transient Caller caller;
    private final transient Texts texts;
    private final Upload upload;
    private final Paragraph working;
    private final Refusal refused = new Refusal();

    ImportDialog(Archives archives, Caller caller, Texts texts) {
        super(texts.get("archive.import"));
        this.archives = archives;
        this.caller = caller;
        this.texts = texts;
        this.upload = new Upload(this::take);
        this.working = new Paragraph(texts.get("archive.import.working"));
        setWidth("min(520px, 92vw)");
        upload.setMaxFiles(1);
        upload.setAcceptedFileExtensions(".zip");
        upload.setUploadButton(new Button(texts.get("archive.import.file")));
        upload.setDropLabel(new Span(texts.get("archive.import.drop")));
        upload.setI18n(
                UploadWords.of(
                        texts.get("archive.import.file"),
                        texts.get("archive.import.drop"),
                        texts.get("archive.import.working")));
        upload.setWidthFull();
        upload.addFileRejectedListener(event -> say(texts.get("archive.bad.NOT_A_ZIP")));
        working.setVisible(false);
        working.getElement().setAttribute("role", "status");
        add(new Paragraph(texts.get("archive.import.lead")), upload, working, refused);
        getFooter().add(new Button(texts.get("action.close"), click -> close()));
    }

    /** On the thread of the upload, without the page's lock. */
    void take(UploadEvent event) throws IOException {
        UI ui = event.getUI();
        OpenPage.tell(ui, this::begin);
        try (InputStream sent = event.getInputStream()) {
            ProjectDetails made = archives.importFrom(caller, sent);
            OpenPage.tell(ui, () -> done(ui, made.id(), made.name()));
        } catch (BadArchive bad) {
            OpenPage.tell(
                    ui, () -> say(texts.get("archive.bad." + bad.reason().name(), bad.detail())));
        } catch (Busy others) {
            OpenPage.tell(ui, () -> say(texts.get("archive.busy")));
        } catch (RuntimeException | OutOfMemoryError failed) {
            LOG.warn("An archive could not be read in", failed);
            OpenPage.tell(ui, () -> say(texts.get("archive.failed")));
        }
    }

    private void begin() {
        refused.clear();
        working.setVisible(true);
    }

    private void done(UI ui, ProjectId made, String name) {
        close();
        ui.navigate("projects/" + made);
        Toast.say(texts.get("archive.import.done", name));
    }

    private void say(String why) {
        upload.clearFileList();
        working.setVisible(false);
        refused.say(texts.get("archive.import.refused") + " " + why);
    }
}
