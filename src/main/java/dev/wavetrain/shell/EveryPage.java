package dev.wavetrain.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import dev.wavetrain.common.DatabaseHealth;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/** What holds for each page from its first byte: theme, language, words for a lost connection. */
@Component
class EveryPage implements VaadinServiceInitListener {

    private final TextBundles bundles;
    private final DatabaseHealth health;
    private final ContentPolicy policy = new ContentPolicy();
    private final FirstQuestions first = new FirstQuestions();

    EveryPage(TextBundles bundles, DatabaseHealth health) {
        this.bundles = bundles;
        this.health = health;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::dress);
        event.getSource()
                .addSessionInitListener(
                        init -> init.getSession().setErrorHandler(new PageTroubleHandler(health)));
        event.getSource().addUIInitListener(init -> prepare(init.getUI()));
        event.getSource().setSystemMessagesProvider(info -> messages(info.getLocale()));
    }

    /** Before the first paint, so that a dark page never flashes white. */
    private void dress(IndexHtmlResponse response) {
        VaadinRequest request = response.getVaadinRequest();
        Element html = response.getDocument().child(0);
        String scheme = Appearance.theme(request).css();
        html.attr("style", "color-scheme: " + scheme);
        html.attr("lang", Appearance.language(request, bundles).getLanguage());
        first.into(response.getDocument().head());
        policy.guard(response);
    }

    private void prepare(UI ui) {
        speak(ui);
        DatabaseNotice.watch(ui, health);
    }

    private void speak(UI ui) {
        VaadinRequest request = VaadinRequest.getCurrent();
        Locale language = Appearance.language(request, bundles);
        ui.getSession().setLocale(language);
        ui.setLocale(language);
        Texts texts = new Texts(bundles, language, ZoneOffset.UTC);
        ui.getReconnectDialogConfiguration().setDialogText(texts.get("connection.lost"));
        ui.getReconnectDialogConfiguration().setDialogTextGaveUp(texts.get("connection.gaveUp"));
    }

    private SystemMessages messages(Locale locale) {
        Texts texts = new Texts(bundles, locale, ZoneOffset.UTC);
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(texts.get("session.expired.title"));
        messages.setSessionExpiredMessage(texts.get("session.expired.text"));
        messages.setCookiesDisabledCaption(texts.get("session.cookies.title"));
        messages.setCookiesDisabledMessage(texts.get("session.cookies.text"));
        messages.setInternalErrorCaption(texts.get("session.fault.title"));
        messages.setInternalErrorMessage(texts.get("session.fault.text"));
        messages.setSyncErrorCaption(texts.get("session.fault.title"));
        messages.setSyncErrorMessage(texts.get("session.fault.text"));
        return messages;
    }
}
