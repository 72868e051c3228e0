package io.layerloom.app.cli;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.canvas.GraphPicture;
import io.layerloom.canvas.PictureFormat;
import io.layerloom.engine.Compute;
import io.layerloom.graph.Graph;
import io.layerloom.graph.Node;
import io.layerloom.graph.NodeId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Draws a network for print, without a screen. */
@Command(
        name = "picture",
        mixinStandardHelpOptions = true,
        description = "Draw the network of a project for print: as SVG or PDF with real lines and text, or as PNG.")
final class PictureCommand extends JsonCommand {

    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "FILE|SAMPLE", description = "A project file, or the id of a sample.")
    private String project = "";

    @Parameters(
            index = "1",
            paramLabel = "OUT",
            description = "The file to write; its name ends in .svg, .pdf or .png.")
    private Path out = Path.of("");

    @Option(
            names = "--layers",
            paramLabel = "NAME",
            split = ",",
            description = "Draw only these layers, with the wires among them.")
    private List<String> layers = List.of();

    PictureCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException, IOException {
        Optional<PictureFormat> format = PictureFormat.of(out);
        if (format.isEmpty()) {
            throw new ParameterException(
                    commandLine(), "OUT must end in %s. Received: %s".formatted(PictureFormat.endings(), out));
        }
        Project opened = Project.open(project);
        GraphPicture picture = GraphPicture.of(
                surroundings.context().catalog(),
                opened.document(),
                opened.judged(surroundings, Compute.CPU).inference(),
                "",
                wanted(opened.document().graph()));
        picture.save(out);
        Report report = new Report()
                .put("name", opened.name())
                .put("out", out.toString())
                .put("format", format.get().name())
                .put("width", Math.rint(picture.width()))
                .put("height", Math.rint(picture.height()));
        answer(report, () -> people().println(tr("Drawn to %s", out)));
        return 0;
    }

    private Set<NodeId> wanted(Graph graph) throws CommandException {
        Set<NodeId> wanted = new LinkedHashSet<>();
        for (String name : layers) {
            Node node = graph.named(name.strip())
                    .orElseThrow(() -> new CommandException(tr(
                            "The network has no layer \"%s\". Its layers are %s.",
                            name.strip(),
                            graph.nodes().values().stream().map(Node::name).collect(Collectors.joining(", ")))));
            wanted.add(node.id());
        }
        return wanted;
    }
}
