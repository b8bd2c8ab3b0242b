package dev.wavetrain.sharing.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.streams.UploadEvent;
import dev.wavetrain.common.Busy;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.sharing.Archives;
import dev.wavetrain.sharing.BadArchive;
import dev.wavetrain.sharing.Projects.ProjectDetails;
import dev.wavetrain.shell.TextBundles;
import dev.wavetrain.shell.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an import ends with is said in its dialog, which takes the next file then. */
class ImportDialogTest {

    private final Archives archives = mock(Archives.class);
    private final UI ui = mock(UI.class);
    private final ImportDialog dialog =
            new ImportDialog(
                    archives,
                    mock(Caller.class),
                    new Texts(new TextBundles(), Locale.ENGLISH, ZoneOffset.UTC));

    @BeforeEach
    void a_page_that_does_at_once_what_it_is_told() {
        doAnswer(
                        asked -> {
                            asked.getArgument(0, Command.class).execute();
                            return null;
                        })
                .when(ui)
                .access(any());
        UI.setCurrent(ui);
    }

    @AfterEach
    void the_page_is_left() {
        UI.setCurrent(null);
    }

    static Stream<Arguments> ends() {
        return Stream.of(
                Arguments.of(new BadArchive(BadArchive.Reason.NOT_A_ZIP), "It is no ZIP file."),
                Arguments.of(new BadArchive(BadArchive.Reason.MISSING, "runs.jsonl"), "runs.jsonl"),
                Arguments.of(new Busy("meant", Duration.ofSeconds(30)), "Try again in a moment"),
                Arguments.of(new IllegalStateException("meant"), "its log says why"),
                Arguments.of(new OutOfMemoryError("meant"), "its log says why"));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void a_refusal_is_said_and_the_next_file_taken(Throwable end, String said) throws IOException {
        when(archives.importFrom(any(), any())).thenThrow(end);
        dialog.take(upload());
        assertThat(part("alert").getText()).contains("nothing of it was kept", said);
        assertThat(part("alert").isVisible()).isTrue();
        assertThat(part("status").isVisible()).as("still at work").isFalse();
        assertThat(dialog.getChildren().filter(Upload.class::isInstance))
                .allSatisfy(upload -> assertThat(upload.isVisible()).isTrue());
    }

    @Test
    void what_was_said_of_one_file_is_gone_while_the_next_is_read() throws IOException {
        ProjectDetails made = mock(ProjectDetails.class);
        ProjectId id = new ProjectId(UUID.randomUUID());
        when(made.id()).thenReturn(id);
        when(made.name()).thenReturn("Waves");
        when(archives.importFrom(any(), any()))
                .thenThrow(new BadArchive(BadArchive.Reason.TRUNCATED))
                .thenAnswer(_ -> {
                    assertThat(part("alert").isVisible()).isFalse();
                    assertThat(part("status").isVisible()).isTrue();
                    return made;
                });
        dialog.take(upload());
        dialog.take(upload());
        verify(ui).navigate(contains(id.toString()));
        assertThat(part("alert").isVisible()).isFalse();
    }

    private UploadEvent upload() {
        UploadEvent event = mock(UploadEvent.class);
        InputStream bytes = new ByteArrayInputStream(new byte[] {1, 2, 3});
        when(event.getUI()).thenReturn(ui);
        when(event.getInputStream()).thenReturn(bytes);
        return event;
    }

    private Paragraph part(String role) {
        return dialog.getChildren()
                .filter(Paragraph.class::isInstance)
                .map(Paragraph.class::cast)
                .filter(each -> Objects.equals(each.getElement().getAttribute("role"), role))
                .findFirst()
                .orElseThrow();
    }
}
