package dev.wavetrain;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.modulith.core.ApplicationModules;

/** Holds every package to what it says it may use. */
class ModularityTest {

    static final JavaClasses PRODUCT =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.wavetrain");

    @Test
    void packages_use_only_what_they_declare() {
        ApplicationModules.of(Application.class).verify();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequence", "model", "training"})
    void the_engine_is_plain_java(String name) {
        noClasses()
                .that()
                .resideInAPackage("dev.wavetrain." + name + "..")
                // package-info carries the declaration that the test above reads.
                .and()
                .haveSimpleNameNotEndingWith("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "com.vaadin..",
                        "jakarta..",
                        "java.sql..",
                        "javax.sql..",
                        "tools.jackson..")
                .check(PRODUCT);
    }

    @Test
    void only_views_and_the_frame_know_vaadin() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.wavetrain.shell..", "..ui..")
                // Signing in to the pages is set up beside the other ways of signing in.
                .and()
                .doNotHaveFullyQualifiedName("dev.wavetrain.sharing.SharingConfiguration")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.vaadin..")
                .check(PRODUCT);
    }

    @Test
    void entities_stay_inside() {
        classes()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .resideInAPackage("..internal..")
                .check(PRODUCT);
    }
}
