package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.Component;
import dev.wavetrain.runs.compare.RunComparison;

/** What a tab of a comparison shows. */
interface CompareContent {

    Component component();

    /** Shows how the runs stand now: the same runs, in the same order. */
    void follow(RunComparison now);
}
