package io.layerloom.app.page;

import static io.layerloom.graph.language.Language.tr;

import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.LineNumberFactory;

/** Java source to read and copy, with line numbers and colours. */
final class CodeView extends VirtualizedScrollPane<CodeArea> {

    CodeView() {
        super(new CodeArea());
        CodeArea area = getContent();
        area.setEditable(false);
        area.setParagraphGraphicFactory(LineNumberFactory.get(area));
        area.getStyleClass().add("ll-code");
        area.setId("code");
        area.setAccessibleText(tr("Java source"));
    }

    void show(String source) {
        CodeArea area = getContent();
        area.replaceText(source);
        if (!source.isEmpty()) {
            area.setStyleSpans(0, JavaHighlighter.spans(source));
        }
        area.moveTo(0);
        area.requestFollowCaret();
    }
}
