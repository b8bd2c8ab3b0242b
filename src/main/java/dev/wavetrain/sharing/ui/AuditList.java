package dev.wavetrain.sharing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.wavetrain.common.Act;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Page;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.sharing.Audit;
import dev.wavetrain.sharing.AuditEntry;
import dev.wavetrain.sharing.AuditQuery;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.Isolated;
import dev.wavetrain.shell.parts.SimpleTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was done, the newest first: a filter, a table that grows on demand, and a file of it. */
final class AuditList extends Div {

    private static final int AT_ONCE = 50;

    private final Caller caller;
    private final Audit audit;
    private final Texts texts;
    private final boolean ofAll;
    private final AuditFilter filter;
    private final Div rows = new Div();
    private final Button more;
    private SimpleTable table;
    private int pages;

    /** Read by downloads, which do not wait for the page. */
    private volatile AuditQuery shown;

    /**
     * @param project null for the whole server
     */
    AuditList(Caller caller, Audit audit, @Nullable ProjectId project, Texts texts) {
        this.caller = caller;
        this.audit = audit;
        this.texts = texts;
        this.ofAll = project == null;
        this.filter = new AuditFilter(project, audit.actors(caller, project), texts, this::show);
        this.more = new Button(texts.get("audit.older"), click -> addPage());
        this.table = newTable();
        this.shown = filter.query();
        rows.addClassName("wt-audit");
        Div foot = new Div(more);
        foot.addClassName("wt-audit-more");
        add(filter, rows, foot);
        show();
    }

    /** A link to all that the filter lets through. */
    Anchor download() {
        Anchor file = new Anchor(csv(), "");
        file.add(new Icon(Icon.Shape.DOWNLOAD), new Span(texts.get("audit.csv")));
        file.addClassName("wt-link");
        return file;
    }

    private DownloadHandler csv() {
        return event -> {
            event.setFileName("wavetrain-audit.csv");
            event.setContentType("text/csv;charset=utf-8");
            audit.writeCsv(caller, shown, event.getOutputStream());
        };
    }

    private SimpleTable newTable() {
        List<String> columns = new ArrayList<>();
        columns.add(texts.get("audit.what"));
        columns.add(texts.get("audit.who"));
        columns.add(texts.get("audit.about"));
        if (ofAll) {
            columns.add(texts.get("audit.project"));
        }
        columns.add(texts.get("audit.address"));
        columns.add(texts.get("audit.when"));
        return new SimpleTable(texts.get("audit.title"), columns);
    }

    private void show() {
        pages = 0;
        shown = filter.query();
        table = newTable();
        rows.removeAll();
        rows.add(table);
        addPage();
    }

    private void addPage() {
        Page<AuditEntry> found = audit.list(caller, shown, pages, AT_ONCE);
        pages++;
        found.items().forEach(entry -> table.row(cells(entry)));
        filter.count(found.total());
        more.setVisible((long) pages * AT_ONCE < found.total());
        if (found.total() == 0) {
            Paragraph none = new Paragraph(texts.get("audit.none"));
            none.addClassName("wt-muted");
            rows.removeAll();
            rows.add(none);
        }
    }

    private Component[] cells(AuditEntry entry) {
        Act act = entry.act();
        List<Component> cells = new ArrayList<>();
        cells.add(what(act));
        cells.add(
                act.actorName() == null
                        ? muted(texts.get("audit.nobody"))
                        : new Isolated(act.actorName()));
        cells.add(about(act));
        if (ofAll) {
            cells.add(entry.projectName() == null ? muted("–") : new Isolated(entry.projectName()));
        }
        cells.add(muted(entry.address() == null ? "–" : entry.address()));
        Span when = new Span(texts.exactly(entry.at()));
        when.addClassName("wt-number");
        cells.add(when);
        return cells.toArray(Component[]::new);
    }

    private Component what(Act act) {
        Span what = new Span(texts.nameOf("audit.action", act.action()));
        what.addClassName("wt-audit-what");
        return what;
    }

    private Component about(Act act) {
        Div about = new Div();
        boolean self = act.actor() != null && act.actor().value().equals(act.subjectId());
        if (act.kind() != null && act.kind() != Act.Kind.ACCOUNT) {
            about.add(muted(texts.nameOf("audit.kind", act.kind())));
        }
        if (!self && act.subject() != null && !act.subject().isEmpty()) {
            about.add(new Isolated(act.subject()));
        }
        String detail = AuditWords.detail(act, texts);
        if (!detail.isEmpty()) {
            about.add(muted(detail));
        }
        about.addClassName("wt-audit-about");
        return about.getComponentCount() == 0 ? muted("–") : about;
    }

    private static Span muted(String text) {
        Span span = new Isolated(text);
        span.addClassName("wt-muted");
        return span;
    }
}
