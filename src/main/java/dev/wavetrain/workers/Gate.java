package dev.wavetrain.workers;

/** Whether this process takes runs. */
final class Gate {

    private volatile Intake intake = Intake.OPEN;

    boolean isOpen() {
        return intake == Intake.OPEN;
    }

    Intake intake() {
        return intake;
    }

    void set(Intake asked) {
        intake = asked;
    }
}
