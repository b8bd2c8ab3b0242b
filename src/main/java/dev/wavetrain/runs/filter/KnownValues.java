package dev.wavetrain.runs.filter;

import java.util.List;

/** Values that fields have at present, such as the tags of a project's runs. */
public interface KnownValues {

    /** None where nobody keeps account of them. */
    List<String> of(FilterField field);
}
