package dev.wavetrain.registry;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.Page;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.ProjectNames;
import dev.wavetrain.common.Rules;
import dev.wavetrain.common.Shortened;
import dev.wavetrain.registry.internal.ModelReader;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Named models that are there. What a caller may not see does not exist for them. */
@Service
public class NamedModels {

    /** Models on one page of a list. */
    public static final int MOST_A_PAGE = 200;

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final int MOST_CHOICES = 5;

    private final ModelReader reader;
    private final ProjectNames projects;

    NamedModels(ModelReader reader, ProjectNames projects) {
        this.reader = reader;
        this.projects = projects;
    }

    /**
     * By name.
     *
     * @param project null for all that the caller sees
     * @param page from 0
     * @param size 1 to {@link #MOST_A_PAGE}
     * @throws NotFound where the caller does not see the project
     */
    @Transactional(readOnly = true)
    public Page<NamedModel> list(Caller caller, @Nullable ProjectId project, int page, int size) {
        new Rules()
                .between("page", page, 0, Integer.MAX_VALUE / MOST_A_PAGE)
                .between("size", size, 1, MOST_A_PAGE)
                .check();
        Collection<ProjectId> all = within(caller, project);
        return new Page<>(reader.list(all, page * size, size), reader.count(all));
    }

    @Transactional(readOnly = true)
    public NamedModel find(Caller caller, ModelId id) {
        return reader.find(id)
                .filter(model -> caller.sees(model.project()))
                .orElseThrow(() -> new NotFound("model", id));
    }

    /**
     * The one of this name.
     *
     * @param project where to look; null for all projects that the caller sees
     * @throws Conflict where several of them have one: its message names them
     */
    @Transactional(readOnly = true)
    public NamedModel find(Caller caller, String name, @Nullable ProjectId project) {
        List<NamedModel> found =
                name.length() > ModelName.LONGEST
                        ? List.of()
                        : reader.named(name, within(caller, project));
        if (found.isEmpty()) {
            throw new NotFound("model", Shortened.of(name, ModelName.LONGEST));
        }
        if (found.size() > 1) {
            throw new Conflict(choices(caller, found));
        }
        return found.getFirst();
    }

    /** Whether the caller sees no other model of its name. */
    @Transactional(readOnly = true)
    public boolean isAlone(Caller caller, NamedModel model) {
        return reader.named(model.name(), caller.projects()).size() <= 1;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<ModelVersion> versions(Caller caller, ModelId id) {
        return reader.versions(find(caller, id));
    }

    /**
     * One of a model's versions.
     *
     * @param reference its number, or an alias
     */
    @Transactional(readOnly = true)
    public ModelVersion version(NamedModel model, String reference) {
        if (NUMBER.matcher(reference).matches()) {
            return reader.version(model, Integer.parseInt(reference))
                    .orElseThrow(() -> new NotFound("version", reference));
        }
        return model.alias(reference)
                .flatMap(alias -> reader.version(model, alias.version()))
                .orElseThrow(
                        () -> new NotFound("alias", Shortened.of(reference, ModelName.LONGEST)));
    }

    private static Collection<ProjectId> within(Caller caller, @Nullable ProjectId project) {
        return project == null ? caller.projects() : List.of(caller.mustSee(project));
    }

    private String choices(Caller caller, List<NamedModel> found) {
        var names =
                projects.of(caller).stream()
                        .collect(
                                Collectors.toMap(
                                        ProjectNames.Named::id, Function.identity(), (a, b) -> a));
        return found.stream()
                .limit(MOST_CHOICES)
                .map(model -> {
                    ProjectNames.Named project = names.get(model.project());
                    return "?project=%s (%s)"
                            .formatted(
                                    model.project(), project == null ? "another" : project.name());
                })
                .collect(
                        Collectors.joining(
                                ", ",
                                "%d projects have a model of this name. Say which one is meant: "
                                        .formatted(found.size()),
                                found.size() > MOST_CHOICES ? " or others." : "."));
    }
}
