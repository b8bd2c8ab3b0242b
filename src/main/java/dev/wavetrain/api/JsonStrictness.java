package dev.wavetrain.api;

import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;

/** JSON is read strictly: a key given twice is a mistake, and nothing nests deeply. */
@Configuration
class JsonStrictness {

    private static final int DEEPEST = 100;

    @Bean
    JsonFactoryBuilderCustomizer strictJson() {
        return factory ->
                factory.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .streamReadConstraints(
                                StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
    }
}
