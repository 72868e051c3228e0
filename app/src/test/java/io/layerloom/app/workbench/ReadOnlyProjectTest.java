package io.layerloom.app.workbench;

import static io.layerloom.app.workbench.ProjectFixture.fx;
import static io.layerloom.app.workbench.ProjectFixture.with;
import static io.layerloom.app.workbench.ProjectFixture.withLayer;
import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Document;
import io.layerloom.graph.Edits;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.ProjectFile;
import io.layerloom.graph.ProjectFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

/** A project that a newer version wrote: to be looked at, not to be written. */
@ExtendWith(ApplicationExtension.class)
class ReadOnlyProjectTest {

    private ProjectFixture project = null;

    @BeforeEach
    void openProject(@TempDir Path folder) throws ProjectFileException {
        project = ProjectFixture.in(folder);
    }

    @Test
    void aProjectOfANewerVersionIsOpenForReadingOnly() throws IOException {
        String newer = newer(withLayer());
        Files.writeString(project.file, newer);
        project.open();
        assertThat(project.bench.document()).isEqualTo(withLayer());
        assertThat(project.notices.shown().get(0).text())
                .isEqualTo(
                        "net.loom has format 4 and this version writes format 3, so it is open for reading only. Change it with a newer version of Layerloom.");
        fx(() -> project.notices.dismiss(project.notices.shown().get(0)));
        fx(() -> project.bench.apply(Edits.rename(new NodeId("n1"), "other")));
        assertThat(project.bench.document()).isEqualTo(withLayer());
        assertThat(project.notices.shown()).as("says why nothing happened").hasSize(1);
        project.save(project.folder.resolve("copy.loom"));
        assertThat(project.folder.resolve("copy.loom")).doesNotExist();
        assertThat(Files.readString(project.file)).isEqualTo(newer);
    }

    private static String newer(Document document) {
        return ProjectFile.toJson(document).replace("\"format\": 1", "\"format\": 4");
    }

    /** Opens one with a layer, and lets another program write something else in its place. */
    private void changeElsewhere(String text) throws IOException {
        Files.writeString(project.file, newer(withLayer()));
        project.open();
        fx(() -> project.notices.dismiss(project.notices.shown().get(0)));
        Files.writeString(project.file, text);
        fx(project.watch::look);
        fx(project.watch::look); // is told once
        assertThat(project.bench.document()).isEqualTo(withLayer());
        assertThat(project.bench.dirtyProperty().get()).as("nothing to save").isFalse();
    }

    private Notice told() {
        assertThat(project.notices.shown()).hasSize(1);
        return project.notices.shown().get(0);
    }

    @Test
    void whatAnotherProgramMakesOfItIsToldAndReadAgain() throws IOException {
        Document theirs = with("n7").apply(Document.EMPTY);
        changeElsewhere(newer(theirs));
        assertThat(told().text()).isEqualTo("net.loom was changed by another program since it was read here.");
        fx(() -> ProjectFixture.press(told().look()));
        assertThat(project.compared.getValue()).isEqualTo(theirs);
        fx(() -> ProjectFixture.press(told().action()));
        assertThat(project.bench.document()).isEqualTo(theirs);
        assertThat(told().text()).contains("open for reading only");
        Files.writeString(project.file, newer(withLayer()));
        fx(project.watch::look);
        assertThat(project.compared.getValue()).as("the comparison follows").isEqualTo(withLayer());
    }

    @Test
    void oneThatThisVersionCanWriteByNowCanBeChangedOnceItIsReadAgain() throws IOException {
        changeElsewhere(ProjectFile.toJson(withLayer()));
        fx(() -> ProjectFixture.press(told().action()));
        assertThat(project.place()).isEqualTo(new Projects.Place.Saved(project.file));
        project.add("n7");
        project.save();
        assertThat(ProjectFile.read(project.file)).isEqualTo(project.bench.document());
    }

    @Test
    void oneThatIsGoneOrCannotBeReadIsToldUntilItIsThereAgain() throws IOException {
        changeElsewhere("{");
        assertThat(told().text()).contains("cannot be read. net.loom ");
        Files.delete(project.file);
        fx(project.watch::look);
        assertThat(told().text()).startsWith("net.loom was deleted or moved by another program.");
        Files.writeString(project.file, newer(withLayer()));
        fx(project.watch::look);
        assertThat(project.notices.shown()).isEmpty();
    }
}
