package dev.wavetrain.runs.internal;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Page;
import dev.wavetrain.runs.Grouping;
import dev.wavetrain.runs.RunHead;
import dev.wavetrain.runs.RunHeads;
import dev.wavetrain.runs.RunQuery;
import dev.wavetrain.runs.RunState;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Headings by one query over narrow columns, and one for the names of those that are asked for. A
 * run's tags are one column: the runs of each combination of tags are summed by the database, and
 * there are few of these.
 */
@Service
class StoredHeads implements RunHeads {

    private static final int KEY = 0;
    private static final int COUNT = 1;
    private static final int BEST = 2;
    private static final int NEWEST = 3;
    private static final int FIRST_STATE = 4;

    private final EntityManager entities;
    private final RunSearch search;
    private final Named named;

    StoredHeads(EntityManager entities, RunSearch search, Named named) {
        this.entities = entities;
        this.search = search;
        this.named = named;
    }

    @Override
    @Transactional(readOnly = true)
    public Page<RunHead> heads(Caller caller, RunQuery query, Grouping by, int first, int most) {
        RunSearch.Asked asked = search.asked(caller, query);
        if (asked.nothing()) {
            return new Page<>(List.of(), 0);
        }
        List<RunHead> all =
                new ArrayList<>(by == Grouping.TAG ? byTag(asked) : summed(asked, column(by)));
        all.sort(order(query.sort()));
        List<RunHead> some =
                all.subList(
                        Math.min(first, all.size()),
                        (int) Math.min((long) first + most, all.size()));
        return new Page<>(by == Grouping.TAG ? some : called(by, some), all.size());
    }

    private static String column(Grouping by) {
        return by.name().toLowerCase(Locale.ROOT);
    }

    /** Those without a key last; the best first, or the newest. */
    private static Comparator<RunHead> order(String sort) {
        Comparator<RunHead> newest = Comparator.comparing(RunHead::newest).reversed();
        Comparator<RunHead> keyed = Comparator.comparing(head -> head.key() == null);
        if (!sort.endsWith("best_val_loss")) {
            return keyed.thenComparing(newest);
        }
        Comparator<Double> numbers = Comparator.naturalOrder();
        return keyed.thenComparing(
                        RunHead::best,
                        Comparator.nullsLast(sort.startsWith("-") ? numbers.reversed() : numbers))
                .thenComparing(newest);
    }

    private List<RunHead> byTag(RunSearch.Asked asked) {
        Map<String, RunHead> tags = new HashMap<>();
        for (RunHead together : summed(asked, null)) {
            List<String> each = TagText.tags(Objects.requireNonNullElse(together.key(), ""));
            if (each.isEmpty()) {
                tags.merge("", rename(together, null, ""), StoredHeads::both);
            }
            for (String tag : each) {
                // As a filter finds it: case does not matter.
                tags.merge(
                        tag.toLowerCase(Locale.ROOT),
                        rename(together, tag, tag),
                        StoredHeads::both);
            }
        }
        return List.copyOf(tags.values());
    }

    private static RunHead rename(RunHead head, @Nullable String key, String name) {
        return new RunHead(key, name, head.runs(), head.states(), head.best(), head.newest());
    }

    private static RunHead both(RunHead one, RunHead other) {
        Map<RunState, Long> states = new HashMap<>(one.states());
        other.states().forEach((state, count) -> states.merge(state, count, Long::sum));
        // Of two ways to write a tag always the same, or its open heading would be another's.
        RunHead called = one.name().compareTo(other.name()) <= 0 ? one : other;
        return new RunHead(
                called.key(),
                called.name(),
                one.runs() + other.runs(),
                states,
                lower(one.best(), other.best()),
                one.newest().isAfter(other.newest()) ? one.newest() : other.newest());
    }

    private static @Nullable Double lower(@Nullable Double one, @Nullable Double other) {
        return one == null ? other : other == null || one <= other ? one : other;
    }

    /**
     * @param origin the column of a run's origin that is its key; null for its tags
     */
    private List<RunHead> summed(RunSearch.Asked asked, @Nullable String origin) {
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<Object[]> select = builder.createQuery(Object[].class);
        Root<RunEntity> run = select.from(RunEntity.class);
        Expression<?> key = origin == null ? run.get("tags") : run.get("origin").get(origin);
        List<Selection<?>> columns = new ArrayList<>();
        columns.add(key);
        columns.add(builder.count(run));
        columns.add(builder.min(new RunColumns(builder, run).number("best_val_loss")));
        columns.add(builder.greatest(run.<Instant>get("queuedAt")));
        for (RunState state : RunState.values()) {
            columns.add(
                    builder.sum(
                            builder.<Integer>selectCase()
                                    .when(builder.equal(run.get("state"), state), 1)
                                    .otherwise(0)));
        }
        select.multiselect(columns).where(asked.conditions(builder, select, run)).groupBy(key);
        return entities.createQuery(select).getResultStream().map(StoredHeads::head).toList();
    }

    private static RunHead head(Object[] row) {
        Map<RunState, Long> states = new HashMap<>();
        for (RunState state : RunState.values()) {
            long count = ((Number) row[FIRST_STATE + state.ordinal()]).longValue();
            if (count > 0) {
                states.put(state, count);
            }
        }
        return new RunHead(
                row[KEY] == null ? null : row[KEY].toString(),
                "",
                ((Number) row[COUNT]).longValue(),
                states,
                (Double) row[BEST],
                (Instant) row[NEWEST]);
    }

    private List<RunHead> called(Grouping by, List<RunHead> heads) {
        List<UUID> keys =
                heads.stream()
                        .map(RunHead::key)
                        .filter(Objects::nonNull)
                        .map(UUID::fromString)
                        .toList();
        Map<UUID, String> names = named.names(column(by), keys);
        return heads.stream()
                .map(head ->
                        head.key() == null
                                ? head
                                : rename(
                                        head,
                                        head.key(),
                                        names.getOrDefault(UUID.fromString(head.key()), "")))
                .toList();
    }
}
