package dev.wavetrain.model;

/** A file that does not hold a whole model. Its message says what is wrong, for a person. */
public class DamagedModel extends Exception {

    public DamagedModel(String message) {
        super(message);
    }

    public DamagedModel(String message, Throwable cause) {
        super(message, cause);
    }
}
