package io.layerloom.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules between the rooms, each with its reason. */
@AnalyzeClasses(packages = "io.layerloom", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyTheEngineKnowsDl4j = noClasses()
            .that()
            .resideOutsideOfPackage("io.layerloom.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..")
            .because("DL4J M2.1 is the last of its kind, and a second engine may join");
}
