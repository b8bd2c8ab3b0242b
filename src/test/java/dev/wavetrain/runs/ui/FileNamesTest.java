package dev.wavetrain.runs.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource({
        "'Damped oscillation, SimpleRNN', Damped-oscillation-SimpleRNN",
        "減衰振動、GRU, 減衰振動-GRU",
        "'../../etc/passwd', etc-passwd",
        "'???', run"
    })
    void names_are_safe_in_any_file_system(String name, String file) {
        assertThat(FileNames.of(name)).isEqualTo(file);
    }
}
