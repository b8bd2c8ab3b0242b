package dev.wavetrain.runs.internal;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Page;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunQuery;
import dev.wavetrain.runs.filter.Filter;
import dev.wavetrain.runs.filter.FilterField;
import dev.wavetrain.runs.filter.FilterFields;
import dev.wavetrain.runs.filter.FilterParser;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Nulls;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Lists runs by what users type: first the ids, for which indexes hold all that is asked, then the
 * rows of one page, which are wide.
 */
@Component
class RunSearch {

    private static final FilterField FAVOURITE = FilterFields.find("favourite").orElseThrow();

    private final EntityManager entities;
    private final RunRows rows;
    private final RunMapper mapper;
    private final Named named;
    private final Clock clock;

    RunSearch(EntityManager entities, RunRows rows, RunMapper mapper, Named named, Clock clock) {
        this.entities = entities;
        this.rows = rows;
        this.mapper = mapper;
        this.named = named;
        this.clock = clock;
    }

    /**
     * @throws dev.wavetrain.common.InvalidValue where the text is no filter
     */
    Page<RunDetails> list(Caller caller, RunQuery query) {
        Filter filter = filter(query);
        if (caller.projects().isEmpty()) {
            return new Page<>(List.of(), 0);
        }
        Collection<ProjectId> projects =
                query.project() == null
                        ? caller.projects()
                        : List.of(caller.mustSee(query.project()));
        var asked = new FilterConditions.Asked(caller.user(), projects, named);
        List<UUID> ids = ids(filter, query, asked);
        Map<UUID, RunEntity> found =
                rows.findByIdIn(ids).stream()
                        .collect(Collectors.toMap(RunEntity::id, Function.identity()));
        List<RunDetails> page =
                ids.stream().map(found::get).filter(Objects::nonNull).map(mapper::details).toList();
        return new Page<>(page, total(filter, query, asked, ids.size()));
    }

    private Filter filter(RunQuery query) {
        Filter written = FilterParser.parse(query.text(), clock.instant());
        return query.favourite()
                ? new Filter.All(List.of(new Filter.Flag(FAVOURITE), written))
                : written;
    }

    private List<UUID> ids(Filter filter, RunQuery query, FilterConditions.Asked asked) {
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<UUID> select = builder.createQuery(UUID.class);
        Root<RunEntity> run = select.from(RunEntity.class);
        select.select(run.get("id"))
                .where(conditions(builder, select, run, filter, query, asked))
                .orderBy(orders(builder, run, query.sort()));
        return entities.createQuery(select)
                .setFirstResult(Math.multiplyExact(query.page(), query.size()))
                .setMaxResults(query.size())
                .getResultList();
    }

    /** Counted only where a page does not tell by not being full. */
    private long total(Filter filter, RunQuery query, FilterConditions.Asked asked, int onPage) {
        boolean lastPage = onPage < query.size() && (onPage > 0 || query.page() == 0);
        if (lastPage) {
            return (long) query.page() * query.size() + onPage;
        }
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<Long> count = builder.createQuery(Long.class);
        Root<RunEntity> run = count.from(RunEntity.class);
        count.select(builder.count(run))
                .where(conditions(builder, count, run, filter, query, asked));
        return entities.createQuery(count).getSingleResult();
    }

    private static Predicate[] conditions(
            CriteriaBuilder builder,
            CriteriaQuery<?> select,
            Root<RunEntity> run,
            Filter filter,
            RunQuery query,
            FilterConditions.Asked asked) {
        List<Predicate> all = new ArrayList<>();
        List<UUID> projects = asked.projects().stream().map(ProjectId::value).toList();
        all.add(run.get("origin").get("project").in(projects));
        all.add(query.binned() ? run.get("deletedAt").isNotNull() : run.get("deletedAt").isNull());
        all.add(new FilterConditions(builder, select, run, asked).of(filter));
        return all.toArray(Predicate[]::new);
    }

    /** Those without a value come last either way; equal ones newest first. */
    private static List<Order> orders(CriteriaBuilder builder, Root<RunEntity> run, String sort) {
        boolean descending = sort.startsWith("-");
        Expression<?> by =
                new RunColumns(builder, run).sorted(descending ? sort.substring(1) : sort);
        Order newest = builder.desc(run.get("queuedAt"));
        Order steady = builder.desc(run.get("id"));
        if (sort.equals(RunQuery.NEWEST_FIRST)) {
            return List.of(newest, steady);
        }
        return List.of(
                descending ? builder.desc(by, Nulls.LAST) : builder.asc(by, Nulls.LAST),
                newest,
                steady);
    }
}
