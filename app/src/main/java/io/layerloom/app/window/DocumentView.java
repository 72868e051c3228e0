package io.layerloom.app.window;

import io.layerloom.themes.Styles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A document in the little Markdown that our documents are written in: headings, paragraphs, lists, tables, code; links show their words. */
final class DocumentView extends VBox {

    private static final Pattern SPAN = Pattern.compile("`([^`]+)`|\\*\\*([^*]+)\\*\\*|\\[([^]]+)]\\([^)]*\\)");

    DocumentView(String markdown) {
        super(12);
        setPadding(new Insets(16, 24, 16, 16));
        blocks(markdown).forEach(block -> getChildren().add(node(block)));
    }

    /** Lines that belong together: up to the next empty line, or the next heading or item. */
    private static List<List<String>> blocks(String markdown) {
        List<List<String>> blocks = new ArrayList<>();
        boolean open = false;
        for (String line : markdown.lines().toList()) {
            boolean begins = line.startsWith("#") || line.startsWith("- ");
            if (line.isBlank()) {
                open = false;
            } else if (!open || begins) {
                blocks.add(new ArrayList<>(List.of(line)));
                open = true;
            } else {
                blocks.get(blocks.size() - 1).add(line);
            }
        }
        return blocks;
    }

    private static Node node(List<String> block) {
        String first = block.get(0);
        if (first.startsWith("#")) {
            return Texts.wrapped(
                    first.replaceFirst("^#+ ", ""), first.startsWith("##") ? Styles.HEADING : Styles.PAGE_TITLE);
        }
        if (first.startsWith("|")) {
            return table(block);
        }
        if (first.startsWith("    ")) {
            Label code = Texts.line(String.join("\n", block).stripIndent(), Styles.MONO, Styles.WELL);
            code.setMaxWidth(Double.MAX_VALUE);
            return code;
        }
        String text = String.join(" ", block.stream().map(String::strip).toList());
        return text.startsWith("- ") ? spans("•  " + text.substring(2)) : spans(text);
    }

    private static Node table(List<String> rows) {
        GridPane grid = new GridPane();
        grid.setHgap(16);
        grid.setVgap(8);
        grid.getStyleClass().add(Styles.WELL);
        ColumnConstraints first = new ColumnConstraints();
        first.setPercentWidth(38);
        ColumnConstraints rest = new ColumnConstraints();
        rest.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(first, rest);
        List<List<String>> texts = rows.stream()
                .map(DocumentView::cells)
                .filter(DocumentView::isText)
                .toList();
        boolean headed = isText(cells(rows.get(0)));
        for (int row = 0; row < texts.size(); row++) {
            for (int column = 0; column < texts.get(row).size(); column++) {
                String words = texts.get(row).get(column);
                Node cell = headed && row == 0
                        ? Texts.wrapped(words.replace("`", ""), Styles.MUTED, Styles.CAPTION)
                        : spans(words);
                GridPane.setValignment(cell, VPos.TOP);
                grid.add(cell, column, row);
            }
        }
        return grid;
    }

    /** Neither an empty header nor the line below it. */
    private static boolean isText(List<String> cells) {
        return cells.stream().anyMatch(cell -> !cell.isEmpty() && !cell.matches("-+"));
    }

    private static List<String> cells(String row) {
        String inner = row.strip().replaceFirst("^\\|", "").replaceFirst("\\|$", "");
        return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
    }

    private static TextFlow spans(String text) {
        TextFlow flow = new TextFlow();
        Matcher span = SPAN.matcher(text);
        int at = 0;
        while (span.find()) {
            add(flow, text.substring(at, span.start()));
            if (span.group(1) != null) {
                add(flow, span.group(1), Styles.MONO);
            } else if (span.group(2) != null) {
                add(flow, span.group(2), Styles.STRONG);
            } else {
                add(flow, span.group(3));
            }
            at = span.end();
        }
        add(flow, text.substring(at));
        return flow;
    }

    private static void add(TextFlow flow, String words, String... styles) {
        if (!words.isEmpty()) {
            Text text = new Text(words);
            text.getStyleClass().add("ll-document-text");
            text.getStyleClass().addAll(styles);
            flow.getChildren().add(text);
        }
    }
}
