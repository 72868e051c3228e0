package io.layerloom.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a folder before anything is exported into it. */
class ExportFolderTest {

    @Test
    void tellsWhatGivesWayAndWhatIsRefused(@TempDir Path home) throws IOException {
        Path folder = home.resolve("digits");
        assertThat(JavaExport.foretell(folder)).isEqualTo("The folder is made new.");
        Files.createDirectory(folder);
        assertThat(JavaExport.foretell(folder)).isEqualTo("The folder is empty.");

        Files.writeString(folder.resolve("Model.java"), "class Model {}");
        assertThatThrownBy(() -> JavaExport.foretell(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("holds other files");

        Files.writeString(folder.resolve("pom.xml"), "<project/>");
        ExportFolder.of(folder).note(List.of("Model.java", "pom.xml"));
        Files.writeString(folder.resolve("notes.txt"), "mine");
        assertThat(JavaExport.foretell(folder)).contains("its 2 files give way").contains("Nothing else");

        Files.writeString(folder.resolve("Model.java"), "class Model { int mine; }");
        assertThatThrownBy(() -> JavaExport.foretell(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Model.java")
                .hasMessageContaining("changed since");
        assertThat(folder.resolve("notes.txt")).exists();
    }
}
