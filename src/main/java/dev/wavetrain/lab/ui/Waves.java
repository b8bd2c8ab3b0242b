package dev.wavetrain.lab.ui;

import dev.wavetrain.checkpoints.Evaluation;
import dev.wavetrain.checkpoints.Segment;
import dev.wavetrain.lab.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Which of several forecasts are of the same wave: the same points with the same truth. Only their
 * errors can be compared.
 *
 * @param groups findings of one wave, each; in the order they were given
 */
record Waves(List<List<Finding>> groups) {

    static Waves of(List<Finding> findings) {
        List<List<Finding>> groups = new ArrayList<>();
        for (Finding finding : findings) {
            groups.stream()
                    .filter(group -> same(group.getFirst(), finding))
                    .findFirst()
                    .orElseGet(() -> {
                        List<Finding> group = new ArrayList<>();
                        groups.add(group);
                        return group;
                    })
                    .add(finding);
        }
        return new Waves(groups);
    }

    int count() {
        return groups.size();
    }

    Finding first(int group) {
        return groups.get(group).getFirst();
    }

    Evaluation forecast(Finding finding) {
        return Objects.requireNonNull(finding.forecast());
    }

    private static boolean same(Finding one, Finding other) {
        List<Segment> a = Objects.requireNonNull(one.forecast()).segments();
        List<Segment> b = Objects.requireNonNull(other.forecast()).segments();
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!Arrays.equals(a.get(i).x(), b.get(i).x())
                    || !Arrays.equals(a.get(i).truth(), b.get(i).truth())) {
                return false;
            }
        }
        return true;
    }
}
