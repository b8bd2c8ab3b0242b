package dev.wavetrain;

import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import java.util.TreeSet;

/** The addresses of every view that the application has, as {@code /runs/:id/:tab?}. */
public final class ViewTemplates {

    private ViewTemplates() {}

    public static TreeSet<String> of(ServletContext servlets) {
        TreeSet<String> views = new TreeSet<>();
        ApplicationRouteRegistry.getInstance(new VaadinServletContext(servlets))
                .getRegisteredRoutes()
                .forEach(route -> {
                    views.add("/" + route.getTemplate());
                    route.getRouteAliases().forEach(alias -> views.add("/" + alias.getTemplate()));
                });
        return views;
    }
}
