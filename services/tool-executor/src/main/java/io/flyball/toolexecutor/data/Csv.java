package io.flyball.toolexecutor.data;

import java.util.ArrayList;
import java.util.List;

/** Reads rows as RFC 4180 writes them; a value may hold commas, quotes and line breaks. */
final class Csv {
    private final List<List<String>> rows = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();
    private List<String> row = new ArrayList<>();
    private boolean quoted;

    private Csv() {}

    static List<List<String>> read(String text) {
        Csv csv = new Csv();
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (csv.quoted && next == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                csv.value.append(next);
                i++;
            } else {
                csv.take(next);
            }
        }
        if (!csv.row.isEmpty() || !csv.value.isEmpty()) {
            csv.endRow();
        }
        return List.copyOf(csv.rows);
    }

    private void take(char next) {
        if (next == '"') {
            quoted = !quoted;
        } else if (quoted) {
            value.append(next);
        } else if (next == ',') {
            endValue();
        } else if (next == '\n') {
            endRow();
        } else {
            value.append(next);
        }
    }

    private void endValue() {
        row.add(value.toString());
        value.setLength(0);
    }

    private void endRow() {
        endValue();
        rows.add(List.copyOf(row));
        row = new ArrayList<>();
    }
}
