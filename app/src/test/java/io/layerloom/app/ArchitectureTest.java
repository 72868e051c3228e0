package io.layerloom.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.CacheMode;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.layerloom.themes.FxThread;
import java.beans.XMLDecoder;
import java.io.ObjectInputStream;
import javafx.application.Platform;
import org.jspecify.annotations.NullMarked;

/** What may be used where, and why. Maven already forbids wrong arrows between modules; these rules see inside them. */
@AnalyzeClasses(packages = "io.layerloom", importOptions = DoNotIncludeTests.class, cacheMode = CacheMode.PER_CLASS)
class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyTheEngineKnowsDl4j = noClasses()
            .that()
            .resideOutsideOfPackage("io.layerloom.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco..")
            .because("DL4J M2.1 is the last of its line, and a second engine may join without touching any other room");

    @ArchTest
    static final ArchRule headlessRoomsHaveNoJavaFx = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.layerloom.graph..",
                    "io.layerloom.nodes..",
                    "io.layerloom.engine..",
                    "io.layerloom.codegen..",
                    "io.layerloom.samples..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "atlantafx..", "org.controlsfx..", "org.kordamp..")
            .because("everything that trains, checks or exports also runs where there is no screen");

    @ArchTest
    static final ArchRule roomsFormNoCycle = slices().matching("io.layerloom.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a room can be read, tested and replaced on its own only if nothing it uses needs it back");

    @ArchTest
    static final ArchRule theKitStandsAlone = classes()
            .that()
            .resideInAPackage("io.layerloom.engine.kit..")
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.imageio..",
                    "io.layerloom.engine.kit..",
                    "org.nd4j..",
                    "org.deeplearning4j..",
                    "org.bytedeco..")
            .because("its sources go into every Java export, which depends on nothing but Java and DL4J");

    @ArchTest
    static final ArchRule oneWayOntoTheJavaFxThread = noClasses()
            .that()
            .doNotBelongToAnyOf(FxThread.class)
            .should()
            .callMethod(Platform.class, "runLater", Runnable.class)
            .because("every crossing between threads is found among the callers of FxThread");

    @ArchTest
    static final ArchRule noFileBecomesAnObjectByItself = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ObjectInputStream.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(XMLDecoder.class)
            .because("a project or a run from a stranger must not be able to choose which class is made");

    @ArchTest
    static final ArchRule onlyMainEndsTheProgram = noClasses()
            .that()
            .doNotBelongToAnyOf(Main.class)
            .should()
            .callMethod(System.class, "exit", int.class)
            .because("an exit elsewhere loses the caller's unsaved work and cannot be tested");

    @ArchTest
    static final ArchRule nobodyCatchesEveryException = codeUnits()
            .should(notCatch(Exception.class))
            .because("it turns a bug into silence; name what can happen and say so");

    @ArchTest
    static final ArchRule everyPackageSaysWhatMayBeNull = classes()
            .should(liveInANullMarkedPackage())
            .because("NullAway proves the absence of null only where absence is spelled out");

    private static ArchCondition<JavaCodeUnit> notCatch(Class<? extends Throwable> tooMuch) {
        return new ArchCondition<>("not catch " + tooMuch.getSimpleName()) {
            @Override
            public void check(JavaCodeUnit code, ConditionEvents events) {
                code.getTryCatchBlocks().stream()
                        .filter(block -> block.getCaughtThrowables().stream().anyMatch(c -> c.isEquivalentTo(tooMuch)))
                        .forEach(block -> events.add(SimpleConditionEvent.violated(
                                block, code.getDescription() + " catches it in " + block.getSourceCodeLocation())));
            }
        };
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a package that is @NullMarked in its package-info.java") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getName() + " lives in " + type.getPackageName() + ", which is not"));
                }
            }
        };
    }
}
