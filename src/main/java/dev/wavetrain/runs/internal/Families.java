package dev.wavetrain.runs.internal;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunFamily;
import dev.wavetrain.runs.RunFamily.Member;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the runs that a run's weights come from, and those that went on from its own. */
@Component
class Families {

    private static final int MOST_ANCESTORS = 50;
    private static final int MOST_DESCENDANTS = 100;

    private final VisibleRuns visible;
    private final RunRows rows;
    private final RunMapper mapper;

    Families(VisibleRuns visible, RunRows rows, RunMapper mapper) {
        this.visible = visible;
        this.rows = rows;
        this.mapper = mapper;
    }

    RunFamily of(Caller caller, RunEntity run) {
        List<Member> members = new ArrayList<>();
        Deque<RunEntity> line = new ArrayDeque<>();
        Parent parent = run.parent();
        while (parent != null && line.size() < MOST_ANCESTORS) {
            Optional<RunEntity> older = visible.findVisible(caller, new RunId(parent.run()));
            if (older.isEmpty()) {
                members.add(new Member(0, null));
            }
            older.ifPresent(line::push);
            parent = older.map(RunEntity::parent).orElse(null);
        }
        for (RunEntity older : line) {
            members.add(new Member(members.size(), mapper.details(older)));
        }
        descend(caller, run, members.size(), members, members.size() + MOST_DESCENDANTS);
        return new RunFamily(members);
    }

    private void descend(Caller caller, RunEntity run, int depth, List<Member> members, int most) {
        members.add(new Member(depth, mapper.details(run)));
        for (RunEntity child : rows.childrenOf(run.id())) {
            boolean shown = visible.findVisible(caller, new RunId(child.id())).isPresent();
            if (shown && members.size() <= most) {
                descend(caller, child, depth + 1, members, most);
            }
        }
    }
}
