package dev.wavetrain.sharing.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.Shared;
import dev.wavetrain.sharing.ShareLinks;
import dev.wavetrain.sharing.ShareLinks.LinkDetails;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.OnceButton;
import dev.wavetrain.shell.parts.OnceShown;
import dev.wavetrain.shell.parts.Toast;
import java.util.List;

/** The links to one thing: makes one, whose address is readable this once, and ends others. */
final class ShareDialog extends Dialog {

    private final Caller caller;
    private final Shared what;
    private final LinkServices services;
    private final Texts texts;
    private final TextField note = new TextField();
    private final Select<LinkLife> life = new Select<>();
    private final Button make;
    private final Div issued = new Div();
    private final Div standing = new Div();
    private final LinkTable table;

    ShareDialog(Caller caller, Shared what, String name, LinkServices services, Texts texts) {
        super(texts.get("share.title"));
        this.caller = caller;
        this.what = what;
        this.services = services;
        this.texts = texts;
        setWidth("min(680px, 94vw)");
        addClassName("wt-share-dialog");
        table = new LinkTable(false, services.clock(), texts, this::revoke);
        make = new OnceButton(texts.get("share.make"), this::make);
        make.addThemeVariants(ButtonVariant.PRIMARY);
        Span subject = new Span(name);
        subject.getElement().setAttribute("dir", "auto");
        subject.addClassName("wt-share-subject");
        String kind = what.getClass().getSimpleName();
        Paragraph lead = new Paragraph(texts.get("share.lead." + kind));
        lead.addClassName("wt-share-lead");
        add(subject, lead, fields(), issued, standing);
        getFooter().add(new Button(texts.get("action.close"), click -> close()));
        list();
    }

    private Div fields() {
        note.setLabel(texts.get("share.note"));
        note.setHelperText(texts.get("share.note.help"));
        note.setManualValidation(true);
        life.setLabel(texts.get("share.life"));
        life.setItems(LinkLife.values());
        life.setItemLabelGenerator(one -> texts.nameOf("share.life", one));
        life.setValue(LinkLife.WEEK);
        Div fields = new Div(note, life, make);
        fields.addClassName("wt-inline-form");
        return fields;
    }

    private void make() {
        try {
            note.setInvalid(false);
            ShareLinks.Issued made =
                    services.links()
                            .make(
                                    caller,
                                    what,
                                    note.getValue(),
                                    life.getValue().end(services.clock().instant()));
            show(made);
            note.clear();
            list();
        } catch (InvalidValue wrong) {
            note.setErrorMessage(texts.error(wrong.errors().getFirst()));
            note.setInvalid(true);
        } catch (Conflict binned) {
            Toast.fail(texts.get("share.binned"));
        } finally {
            make.setEnabled(true);
        }
    }

    private void show(ShareLinks.Issued made) {
        var until = made.link().expiresAt();
        String says =
                until == null
                        ? texts.get("share.says.never")
                        : texts.get("share.says", texts.exactly(until));
        issued.removeAll();
        issued.add(OnceShown.address("shared/" + made.key(), says, texts));
    }

    private void list() {
        List<LinkDetails> links = services.links().of(caller, what);
        standing.removeAll();
        standing.setVisible(!links.isEmpty());
        if (!links.isEmpty()) {
            table.show(links.reversed());
            standing.add(new H3(texts.get("links.title")), table);
        }
    }

    /** Revoked is revoked: what was sent out could not be called back by an undo. */
    private void revoke(LinkDetails link) {
        try {
            services.links().revoke(caller, link.id());
            Toast.say(texts.get("links.revoked"));
        } catch (NotFound already) {
            Toast.say(texts.get("links.gone"));
        }
        issued.removeAll();
        list();
    }
}
