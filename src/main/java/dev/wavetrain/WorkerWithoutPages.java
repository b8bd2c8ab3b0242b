package dev.wavetrain;

import dev.wavetrain.common.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.TypeFilter;

/**
 * Keeps a worker from making what serves people and scripts: there is nothing then that could be
 * asked for, nor signed in to. What is left is training, the database and health.
 */
class WorkerWithoutPages implements TypeFilter, AutoConfigurationImportFilter, EnvironmentAware {

    private static final List<String> OURS = List.of("api", "lab", "registry", "shell", "sharing");

    private static final List<String> LIBRARIES =
            List.of("com.vaadin.", "org.springdoc.", "org.springframework.boot.security.");

    private boolean worker;

    @Override
    public void setEnvironment(Environment environment) {
        worker = !Role.of(environment).serves();
    }

    /** Whether a class of ours is left out. */
    @Override
    public boolean match(MetadataReader reader, MetadataReaderFactory readers) {
        return worker && isForPeople(reader.getClassMetadata().getClassName());
    }

    static boolean isForPeople(String type) {
        String root = WorkerWithoutPages.class.getPackageName() + ".";
        return type.contains(".ui.")
                || OURS.stream().anyMatch(name -> type.startsWith(root + name + "."));
    }

    /** Which of Spring Boot's and the libraries' configurations stay. */
    @Override
    public boolean[] match(@Nullable String[] configurations, AutoConfigurationMetadata metadata) {
        boolean[] stays = new boolean[configurations.length];
        for (int i = 0; i < stays.length; i++) {
            String name = configurations[i];
            stays[i] = !worker || name == null || LIBRARIES.stream().noneMatch(name::startsWith);
        }
        return stays;
    }
}
