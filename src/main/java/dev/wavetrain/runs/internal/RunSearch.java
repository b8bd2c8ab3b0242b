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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Finds runs by what users type. A list asks first for the ids, for which indexes hold all that is
 * asked, then for the rows of one page, which are wide.
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
        Asked asked = asked(caller, query);
        if (asked.nothing()) {
            return new Page<>(List.of(), 0);
        }
        List<UUID> ids = ids(asked);
        return new Page<>(read(ids), total(asked, ids.size()));
    }

    private List<RunDetails> read(List<UUID> ids) {
        Map<UUID, RunEntity> found =
                rows.findByIdIn(ids).stream()
                        .collect(Collectors.toMap(RunEntity::id, Function.identity()));
        return ids.stream().map(found::get).filter(Objects::nonNull).map(mapper::details).toList();
    }

    /** The same, but of those behind the page only whether there are any is looked up. */
    Page<RunDetails> glance(Caller caller, RunQuery query) {
        Asked asked = asked(caller, query.window(query.first(), query.size() + 1));
        if (asked.nothing()) {
            return new Page<>(List.of(), 0);
        }
        List<UUID> ids = ids(asked);
        List<UUID> page = ids.subList(0, Math.min(query.size(), ids.size()));
        return new Page<>(read(page), (long) query.first() + ids.size());
    }

    /** Whether there is any; nothing is counted. */
    boolean any(Caller caller, RunQuery query) {
        Asked asked = asked(caller, query.window(0, 1));
        return !asked.nothing() && !ids(asked).isEmpty();
    }

    /**
     * @throws dev.wavetrain.common.InvalidValue where the text is no filter
     */
    Asked asked(Caller caller, RunQuery query) {
        Filter written = FilterParser.parse(query.text(), clock.instant());
        Collection<ProjectId> projects =
                query.project() == null
                        ? caller.projects()
                        : List.of(caller.mustSee(query.project()));
        List<Filter> all = new ArrayList<>();
        if (query.favourite()) {
            all.add(new Filter.Flag(FAVOURITE));
        }
        if (query.part() != null) {
            all.add(of(query.part()));
        }
        all.add(written);
        return new Asked(
                all.size() == 1 ? written : new Filter.All(all),
                query,
                new FilterConditions.Asked(caller.user(), projects, named));
    }

    private static Filter of(RunQuery.Part part) {
        FilterField field =
                FilterFields.find(part.by().name().toLowerCase(Locale.ROOT)).orElseThrow();
        return part.key() == null
                ? new Filter.Empty(field)
                : new Filter.OneOf(field, List.of(part.key()));
    }

    /** What is to be found, for whom. */
    record Asked(Filter filter, RunQuery query, FilterConditions.Asked scope) {

        boolean nothing() {
            return scope.projects().isEmpty();
        }

        /** Runs that lie side by side in the index of the newest. */
        boolean isOneList() {
            return scope.projects().size() == 1 && !query.binned();
        }

        Predicate[] conditions(
                CriteriaBuilder builder, CriteriaQuery<?> select, Root<RunEntity> run) {
            List<Predicate> all = new ArrayList<>();
            List<UUID> projects = scope.projects().stream().map(ProjectId::value).toList();
            all.add(run.get("origin").get("project").in(projects));
            all.add(
                    query.binned()
                            ? run.get("deletedAt").isNotNull()
                            : run.get("deletedAt").isNull());
            all.add(new FilterConditions(builder, select, run, scope).of(filter));
            return all.toArray(Predicate[]::new);
        }
    }

    private List<UUID> ids(Asked asked) {
        RunQuery query = asked.query();
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<UUID> select = builder.createQuery(UUID.class);
        Root<RunEntity> run = select.from(RunEntity.class);
        select.select(run.get("id"))
                .where(asked.conditions(builder, select, run))
                .orderBy(orders(builder, run, asked));
        return entities.createQuery(select)
                .setFirstResult(query.first())
                .setMaxResults(query.size())
                .getResultList();
    }

    /** Counted only where a page does not tell by not being full. */
    private long total(Asked asked, int onPage) {
        RunQuery query = asked.query();
        boolean lastPage = onPage < query.size() && (onPage > 0 || query.first() == 0);
        if (lastPage) {
            return (long) query.first() + onPage;
        }
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<Long> count = builder.createQuery(Long.class);
        Root<RunEntity> run = count.from(RunEntity.class);
        count.select(builder.count(run)).where(asked.conditions(builder, count, run));
        return entities.createQuery(count).getSingleResult();
    }

    /** Those without a value come last either way; equal ones newest first. */
    private static List<Order> orders(CriteriaBuilder builder, Root<RunEntity> run, Asked asked) {
        String sort = asked.query().sort();
        List<Order> orders = new ArrayList<>();
        if (!sort.equals(RunQuery.NEWEST_FIRST)) {
            boolean descending = sort.startsWith("-");
            Expression<?> by =
                    new RunColumns(builder, run).sorted(descending ? sort.substring(1) : sort);
            orders.add(descending ? builder.desc(by, Nulls.LAST) : builder.asc(by, Nulls.LAST));
        } else if (asked.isOneList()) {
            // The same for all of them: but H2 sorts where an order is not the index's from its
            // start.
            orders.add(builder.asc(run.get("origin").get("project")));
            orders.add(builder.asc(run.get("deletedAt")));
        }
        orders.add(builder.desc(run.get("queuedAt")));
        orders.add(builder.desc(run.get("id")));
        return orders;
    }
}
