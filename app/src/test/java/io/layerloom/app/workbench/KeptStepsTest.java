package io.layerloom.app.workbench;

import static io.layerloom.app.workbench.ProjectFixture.fx;
import static io.layerloom.app.workbench.ProjectFixture.until;
import static io.layerloom.app.workbench.ProjectFixture.withLayer;
import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Document;
import io.layerloom.graph.ProjectFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

/** The steps that led to a project are there again when its file is. */
@ExtendWith(ApplicationExtension.class)
class KeptStepsTest {

    private ProjectFixture project = null;

    @BeforeEach
    void openProject(@TempDir Path folder) throws ProjectFileException {
        project = ProjectFixture.in(folder);
    }

    @Test
    void stepsCanBeTakenBackAfterTheProjectWasClosedAndOpenedAgain() {
        project.open();
        project.add("n1");
        project.save();
        until(() -> !project.bench.dirtyProperty().get());
        fx(project.projects::create);
        project.open();
        assertThat(project.bench.steps()).containsExactly("Add Dense");
        fx(project.bench::undo);
        assertThat(project.bench.document()).isEqualTo(Document.EMPTY);
        assertThat(project.bench.dirtyProperty().get()).isTrue();
        fx(project.bench::redo);
        assertThat(project.bench.document()).isEqualTo(withLayer());
        assertThat(project.bench.dirtyProperty().get()).isFalse();
    }
}
