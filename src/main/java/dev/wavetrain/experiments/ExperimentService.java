package dev.wavetrain.experiments;

import static java.util.Objects.requireNonNull;

import dev.wavetrain.common.Act;
import dev.wavetrain.common.AuditAction;
import dev.wavetrain.common.AuditLog;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.Page;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.Rule;
import dev.wavetrain.common.Rules;
import dev.wavetrain.experiments.internal.ExperimentEntity;
import dev.wavetrain.experiments.internal.ExperimentRows;
import dev.wavetrain.experiments.internal.StoredDefinitions;
import dev.wavetrain.model.Network;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Experiments and their versions. What a caller may not see does not exist for them. */
@Service
public class ExperimentService {

    /** Experiments on one page of a list. */
    public static final int MOST_A_PAGE = 200;

    private final ExperimentRows rows;
    private final StoredDefinitions definitions;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final AuditLog audit;
    private final DataColumns data;

    ExperimentService(
            ExperimentRows rows,
            StoredDefinitions definitions,
            ApplicationEventPublisher events,
            Clock clock,
            AuditLog audit,
            DataColumns data) {
        this.rows = rows;
        this.definitions = definitions;
        this.events = events;
        this.clock = clock;
        this.audit = audit;
        this.data = data;
    }

    /** As below, in the caller's own project. */
    @Transactional
    public ExperimentDetails create(
            Caller caller, String name, String description, Definition definition) {
        return create(caller, caller.home(), name, description, definition);
    }

    /**
     * @throws InvalidValue where {@link DefinitionCheck} refuses the definition, or the name is
     *     missing or too long
     * @throws dev.wavetrain.common.Forbidden where the caller only views the project
     */
    @Transactional
    public ExperimentDetails create(
            Caller caller,
            ProjectId project,
            String name,
            String description,
            Definition definition) {
        caller.mustChange(project);
        var _ = DefinitionCheck.check(definition, data.in(project));
        Instant now = clock.instant();
        ExperimentEntity entity =
                rows.save(
                        new ExperimentEntity(
                                project.value(), caller.user().value(), name, description, now));
        definitions.add(entity.id(), entity.version(), definition, now);
        return details(entity, definition);
    }

    /** As below, in the caller's own project. */
    @Transactional
    public ExperimentDetails createFromPreset(Caller caller, String key, @Nullable String name) {
        return createFromPreset(caller, caller.home(), key, name);
    }

    /**
     * An experiment that starts as a built-in one.
     *
     * @param name null for the preset's own
     */
    @Transactional
    public ExperimentDetails createFromPreset(
            Caller caller, ProjectId project, String key, @Nullable String name) {
        Preset preset =
                Presets.find(key)
                        .orElseThrow(
                                () -> new InvalidValue(new FieldError("preset", Rule.NOT_FOUND)));
        return create(
                caller,
                project,
                name == null ? preset.name() : name,
                preset.source(),
                preset.definition());
    }

    /**
     * Changes an experiment. A definition that differs becomes a new version; runs keep the version
     * they ran. Changes made at the same time are made one after the other.
     */
    @Transactional
    public ExperimentDetails update(
            Caller caller,
            ExperimentId id,
            String name,
            String description,
            Definition definition) {
        ExperimentEntity entity = changed(caller, id);
        var _ = DefinitionCheck.check(definition, data.in(new ProjectId(entity.projectId())));
        if (entity.isArchived()) {
            throw new Conflict("The experiment is archived: restore it before changing it.");
        }
        Instant now = clock.instant();
        entity.describe(name, description, now);
        if (!definitions.get(entity.id(), entity.version()).equals(definition)) {
            definitions.add(entity.id(), entity.nextVersion(now), definition, now);
        }
        return details(entity, definition);
    }

    /** Takes an experiment out of the lists; its runs stay. For the project's admins. */
    @Transactional
    public void archive(Caller caller, ExperimentId id) {
        ExperimentEntity entity = administered(caller, id);
        if (!entity.isArchived()) {
            entity.archive(clock.instant());
            audit.note(act(caller, AuditAction.EXPERIMENT_DELETED, entity));
        }
    }

    @Transactional
    public void unarchive(Caller caller, ExperimentId id) {
        ExperimentEntity entity = administered(caller, id);
        if (entity.isArchived()) {
            entity.archive(null);
            audit.note(act(caller, AuditAction.EXPERIMENT_RESTORED, entity));
        }
    }

    /**
     * Takes an experiment, with its runs, to another project. The caller has to be an editor of
     * both.
     *
     * @throws Conflict where it learns from a data set, which stays where it is
     */
    @Transactional
    public ExperimentDetails move(Caller caller, ExperimentId id, ProjectId to) {
        ExperimentEntity entity = changed(caller, id);
        caller.mustChange(to);
        ProjectId from = new ProjectId(entity.projectId());
        if (!from.equals(to)) {
            if (definitions.anyNamesData(entity.id())) {
                throw new Conflict(
                        "The experiment learns from a data set, which stays in its project.");
            }
            entity.moveTo(to.value());
            events.publishEvent(new ExperimentMoved(id, from, to));
            Act moved = act(caller, AuditAction.EXPERIMENT_MOVED, entity);
            audit.note(moved.in(from).with("OUT"));
            audit.note(moved.in(to).with("IN"));
        }
        return details(entity, definitions.get(entity.id(), entity.version()));
    }

    /** An experiment, archived or not. */
    @Transactional(readOnly = true)
    public ExperimentDetails find(Caller caller, ExperimentId id) {
        ExperimentEntity entity =
                rows.findByIdAndProjectIdIn(id.value(), projects(caller))
                        .orElseThrow(() -> new NotFound("experiment", id));
        return details(entity, definitions.get(entity.id(), entity.version()));
    }

    /**
     * As {@link #find}, for whoever adds a run to it: it stays as it is, and where it is, until the
     * transaction ends.
     *
     * @throws dev.wavetrain.common.Forbidden where the caller only views its project
     */
    @Transactional
    public ExperimentDetails findToTrain(Caller caller, ExperimentId id) {
        ExperimentEntity entity = changed(caller, id);
        return details(entity, definitions.get(entity.id(), entity.version()));
    }

    /**
     * The experiments that are not archived, the last changed first.
     *
     * @param page from 0
     * @param size 1 to {@link #MOST_A_PAGE}
     */
    @Transactional(readOnly = true)
    public Page<ExperimentDetails> list(Caller caller, int page, int size) {
        return list(caller, null, page, size);
    }

    /**
     * As above, of one project alone.
     *
     * @param project null for all that the caller sees
     * @throws NotFound where the caller does not see the project
     */
    @Transactional(readOnly = true)
    public Page<ExperimentDetails> list(
            Caller caller, @Nullable ProjectId project, int page, int size) {
        new Rules()
                .between("page", page, 0, Integer.MAX_VALUE / MOST_A_PAGE)
                .between("size", size, 1, MOST_A_PAGE)
                .check();
        var found =
                rows.findByProjectIdInAndArchivedFalse(
                        project == null
                                ? projects(caller)
                                : List.of(caller.mustSee(project).value()),
                        PageRequest.of(page, size, Sort.by("updatedAt", "id").descending()));
        Map<UUID, Definition> current =
                definitions.currentOf(
                        found.getContent().stream().map(ExperimentEntity::id).toList());
        return new Page<>(
                found.getContent().stream()
                        .map(entity -> details(entity, requireNonNull(current.get(entity.id()))))
                        .toList(),
                found.getTotalElements());
    }

    /** The definition of one version. */
    @Transactional(readOnly = true)
    public Definition definition(Caller caller, ExperimentId id, int version) {
        if (!rows.existsByIdAndProjectIdIn(id.value(), projects(caller))) {
            throw new NotFound("experiment", id);
        }
        return definitions.get(id.value(), version);
    }

    private static Act act(Caller caller, AuditAction action, ExperimentEntity entity) {
        return Act.by(caller, action)
                .to(Act.Kind.EXPERIMENT, entity.id(), entity.name())
                .in(new ProjectId(entity.projectId()));
    }

    private ExperimentEntity locked(Caller caller, ExperimentId id) {
        return rows.lock(id.value(), projects(caller))
                .orElseThrow(() -> new NotFound("experiment", id));
    }

    private ExperimentEntity changed(Caller caller, ExperimentId id) {
        ExperimentEntity entity = locked(caller, id);
        caller.mustChange(new ProjectId(entity.projectId()));
        return entity;
    }

    private ExperimentEntity administered(Caller caller, ExperimentId id) {
        ExperimentEntity entity = locked(caller, id);
        caller.mustAdminister(new ProjectId(entity.projectId()));
        return entity;
    }

    private static List<UUID> projects(Caller caller) {
        return caller.projects().stream().map(ProjectId::value).toList();
    }

    private static ExperimentDetails details(ExperimentEntity entity, Definition definition) {
        Network network =
                Network.of(
                        definition.network(),
                        definition.sequence().task(),
                        definition.sequence().window());
        return new ExperimentDetails(
                new ExperimentId(entity.id()),
                new ProjectId(entity.projectId()),
                entity.name(),
                entity.description(),
                entity.version(),
                definition,
                network.summary(),
                entity.createdAt(),
                entity.updatedAt(),
                entity.isArchived());
    }
}
