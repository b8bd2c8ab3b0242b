package dev.wavetrain.runs.internal;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Page;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunQuery;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Nulls;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lists runs by what users type. */
@Component
class RunSearch {

    private final EntityManager entities;
    private final RunMapper mapper;

    RunSearch(EntityManager entities, RunMapper mapper) {
        this.entities = entities;
        this.mapper = mapper;
    }

    Page<RunDetails> list(Caller caller, RunQuery query) {
        if (caller.projects().isEmpty()) {
            return new Page<>(List.of(), 0);
        }
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<RunEntity> select = builder.createQuery(RunEntity.class);
        Root<RunEntity> run = select.from(RunEntity.class);
        select.where(conditions(builder, select, run, caller, query));
        select.orderBy(orders(builder, run, query.sort()));
        List<RunEntity> found =
                entities.createQuery(select)
                        .setFirstResult(Math.multiplyExact(query.page(), query.size()))
                        .setMaxResults(query.size())
                        .getResultList();
        return new Page<>(
                found.stream().map(mapper::details).toList(), total(builder, caller, query));
    }

    private long total(CriteriaBuilder builder, Caller caller, RunQuery query) {
        CriteriaQuery<Long> count = builder.createQuery(Long.class);
        Root<RunEntity> run = count.from(RunEntity.class);
        count.select(builder.count(run)).where(conditions(builder, count, run, caller, query));
        return entities.createQuery(count).getSingleResult();
    }

    private static Predicate[] conditions(
            CriteriaBuilder builder,
            CriteriaQuery<?> asked,
            Root<RunEntity> run,
            Caller caller,
            RunQuery query) {
        List<Predicate> all = new ArrayList<>();
        all.add(
                run.get("origin")
                        .get("project")
                        .in(projects(caller, query).stream().map(ProjectId::value).toList()));
        all.add(query.binned() ? run.get("deletedAt").isNotNull() : run.get("deletedAt").isNull());
        if (query.favourite()) {
            all.add(favourite(builder, asked, run, caller));
        }
        for (String word : query.text().split("\\s+")) {
            if (!word.isEmpty()) {
                all.add(SearchWord.parse(word).condition(builder, run));
            }
        }
        return all.toArray(Predicate[]::new);
    }

    private static Predicate favourite(
            CriteriaBuilder builder, CriteriaQuery<?> asked, Root<RunEntity> run, Caller caller) {
        Subquery<UUID> starred = asked.subquery(UUID.class);
        Path<FavouriteEntity.Key> key = starred.from(FavouriteEntity.class).get("key");
        starred.select(key.get("run"))
                .where(builder.equal(key.get("account"), caller.user().value()));
        return run.get("id").in(starred);
    }

    private static Collection<ProjectId> projects(Caller caller, RunQuery query) {
        return query.project() == null
                ? caller.projects()
                : List.of(caller.mustSee(query.project()));
    }

    /** Those without a value come last either way; equal ones newest first. */
    private static List<Order> orders(CriteriaBuilder builder, Root<RunEntity> run, String sort) {
        boolean descending = sort.startsWith("-");
        Expression<?> by = column(builder, run, descending ? sort.substring(1) : sort);
        return List.of(
                descending ? builder.desc(by, Nulls.LAST) : builder.asc(by, Nulls.LAST),
                builder.desc(run.get("queuedAt")),
                builder.desc(run.get("id")));
    }

    private static Expression<?> column(CriteriaBuilder builder, Root<RunEntity> run, String key) {
        return switch (key) {
            case "name" -> builder.lower(run.get("name"));
            case "owner" -> builder.lower(run.get("origin").get("ownerName"));
            case "priority", "seed" -> run.get("origin").get(key);
            case "epoch", "loss" -> run.get("progress").get(key);
            case "val_loss" -> run.get("progress").get("valLoss");
            case "best_val_loss" ->
                    builder.<Double>selectCase()
                            .when(
                                    run.get("progress").get("valLoss").isNotNull(),
                                    run.get("progress").<Double>get("best"))
                            .otherwise(builder.nullLiteral(Double.class));
            default -> run.get(key);
        };
    }
}
