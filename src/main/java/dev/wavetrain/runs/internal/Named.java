package dev.wavetrain.runs.internal;

import dev.wavetrain.common.ProjectId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
     * @param names whatever their case; ids too
     */
    List<UUID> called(String what, Collection<ProjectId> projects, List<String> names) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        names.forEach(name -> parameters.put("name" + parameters.size(), name));
        String low =
                parameters.keySet().stream()
                        .map(":%s"::formatted)
                        .map("lower(%s)"::formatted)
                        .collect(Collectors.joining(", "));
        return ids(
                what,
                projects,
                " and (lower(name) in (%1$s) or cast(id as varchar) in (%1$s))".formatted(low),
                parameters);
    }

    /** Those with a part of a name, whatever its case. */
    List<UUID> like(String what, Collection<ProjectId> projects, String part) {
        return ids(
                what,
                projects,
                " and lower(name) like lower(:part) escape '!'",
                Map.of("part", pattern(part)));
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
            String what,
            Collection<ProjectId> projects,
            String condition,
            Map<String, Object> parameters) {
        return jdbc.sql(
                        "select id from "
                                + table(what)
                                + " where project_id in (:projects)"
                                + condition)
                .param("projects", projects.stream().map(ProjectId::value).toList())
                .params(parameters)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }
}
