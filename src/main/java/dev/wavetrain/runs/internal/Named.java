package dev.wavetrain.runs.internal;

import dev.wavetrain.common.ProjectId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Experiments and groups by what people call them. */
@Component
class Named {

    private final JdbcClient jdbc;

    Named(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param what {@code experiment} or {@code group}
     * @param names in lower case; ids too
     */
    List<UUID> called(String what, Collection<ProjectId> projects, List<String> names) {
        return ids(
                what,
                projects,
                " and (lower(name) in (:names) or lower(cast(id as varchar)) in (:names))",
                names);
    }

    /** Those with a part of a name, in lower case. */
    List<UUID> like(String what, Collection<ProjectId> projects, String part) {
        return ids(
                what,
                projects,
                " and lower(name) like :names escape '!'",
                pattern(part.toLowerCase(Locale.ROOT)));
    }

    /** Of a text that has this in it, whatever it means in a pattern. */
    private static String pattern(String text) {
        return "%" + text.replaceAll("([!%_])", "!$1") + "%";
    }

    /** What they are called; those that are gone for good are left out. */
    Map<UUID, String> names(String what, Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, name from " + table(what) + " where id in (:ids)")
                    .param("ids", ids)
                    .query(
                            (RowCallbackHandler)
                                    row ->
                                            names.put(
                                                    row.getObject(1, UUID.class),
                                                    row.getString(2)));
        }
        return names;
    }

    private static String table(String what) {
        return what.equals("group") ? "run_group" : "experiment";
    }

    private List<UUID> ids(
            String what, Collection<ProjectId> projects, String condition, Object names) {
        return jdbc.sql(
                        "select id from "
                                + table(what)
                                + " where project_id in (:projects)"
                                + condition)
                .param("projects", projects.stream().map(ProjectId::value).toList())
                .param("names", names)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }
}
