package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.List;

/** Divides the text of a table into rows and cells, as RFC 4180 has it: cells may stand in quotes, within which commas and line ends are text and a double quote means a quote. */
final class CsvParser {

    private static final int MAX_CELL = 1 << 16;

    private final String name;
    private final String text;
    private final char separator;
    private int at;
    private int line = 1;

    /** A row and the line of the file that it begins on. */
    record Row(int line, List<String> cells) {}

    private CsvParser(String name, String text, char separator) {
        this.name = name;
        this.text = text;
        this.separator = separator;
    }

    /** All rows that are not blank. */
    static List<Row> parse(String name, String text) throws DataException {
        return new CsvParser(name, text, separator(text)).rows();
    }

    /** Comma, semicolon or tab: the one that the first line holds most of. */
    private static char separator(String text) {
        int end = text.indexOf('\n');
        String header = end < 0 ? text : text.substring(0, end);
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String header, char wanted) {
        return header.chars().filter(c -> c == wanted).count();
    }

    private List<Row> rows() throws DataException {
        List<Row> rows = new ArrayList<>();
        while (at < text.length()) {
            int start = line;
            List<String> cells = row();
            if (cells.size() > 1 || !cells.get(0).isBlank()) {
                rows.add(new Row(start, cells));
            }
        }
        return rows;
    }

    private List<String> row() throws DataException {
        List<String> cells = new ArrayList<>();
        while (true) {
            cells.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
            if (at >= text.length()) {
                return cells;
            }
            char after = text.charAt(at++);
            if (after == separator) {
                continue;
            }
            if (after == '\r' && at < text.length() && text.charAt(at) == '\n') {
                at++;
            }
            line++;
            return cells;
        }
    }

    private String plain() throws DataException {
        int from = at;
        while (at < text.length() && text.charAt(at) != separator && !isLineEnd(text.charAt(at))) {
            at++;
        }
        return limited(text.substring(from, at).strip());
    }

    private String quoted() throws DataException {
        int start = line;
        StringBuilder cell = new StringBuilder();
        at++;
        while (true) {
            if (at >= text.length()) {
                throw new DataException("%s, line %d: a quote is opened but never closed.", name, start);
            }
            char c = text.charAt(at++);
            if (c == '"' && at < text.length() && text.charAt(at) == '"') {
                at++;
            } else if (c == '"') {
                break;
            } else if (c == '\n') {
                line++;
            }
            cell.append(c);
        }
        if (at < text.length() && text.charAt(at) != separator && !isLineEnd(text.charAt(at))) {
            throw new DataException("%s, line %d: there is text behind a closing quote.", name, line);
        }
        return limited(cell.toString().strip());
    }

    private String limited(String cell) throws DataException {
        if (cell.length() > MAX_CELL) {
            throw new DataException("%s, line %d: a cell holds more than %,d characters.", name, line, MAX_CELL);
        }
        return cell;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
