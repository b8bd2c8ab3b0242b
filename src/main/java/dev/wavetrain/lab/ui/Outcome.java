package dev.wavetrain.lab.ui;

import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.lab.Finding;
import dev.wavetrain.lab.Subject;

/** What came of trying one checkpoint: a finding, or why there is none. */
sealed interface Outcome {

    Subject subject();

    record Found(Subject subject, Finding finding) implements Outcome {}

    record Damaged(Subject subject) implements Outcome {}

    /** The checkpoint, or its run, is not there any more. */
    record Gone(Subject subject) implements Outcome {}

    /** Net and question do not fit. */
    record Unfit(Subject subject, InvalidValue why) implements Outcome {}

    /** The saved model cannot be read. */
    record Refused(Subject subject) implements Outcome {}

    /** Nobody knows why: the server's log says it. */
    record Failed(Subject subject) implements Outcome {}
}
