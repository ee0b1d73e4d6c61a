package io.flyball.secrets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text with one kind of notation taken off ({@code %3A}, {@code \/}, {@code \u0070}, folded lines), and where each of its
 * characters stood. Made only where that notation is there.
 */
final class View {
    private final String string;
    private final char[] shown;
    private int[] places;
    private int length;

    private View(String string) {
        this.string = string;
        this.shown = new char[string.length()];
        this.places = new int[string.length() + 1];
    }

    /** The views in which a secret could show itself that the text hides. */
    static List<View> of(Text text) {
        List<View> views = new ArrayList<>();
        if (text.string.indexOf('%') >= 0 && hasPercent(text)) {
            views.add(new View(text.string).percent());
        }
        if (text.string.contains("\\/") || text.string.contains("\\u00") || text.string.contains("\\\\\\\"")) {
            views.add(new View(text.string).json());
        }
        if (text.string.contains("\\\n") || text.string.contains("=\n")) {
            views.add(new View(text.string).folded());
        }
        return views;
    }

    private static boolean hasPercent(Text text) {
        return text.string.contains("%3") || text.string.contains("%4") || text.string.contains("%2");
    }

    String text() {
        return new String(shown, 0, length);
    }

    /** Where that finding stands in the text itself. */
    Finding original(Finding finding) {
        return new Finding(places[finding.start()], places[finding.end()], finding.kind());
    }

    private void put(char c, int place) {
        places[length] = place;
        shown[length++] = c;
    }

    private View finished() {
        places = Arrays.copyOf(places, length + 1);
        places[length] = string.length();
        return this;
    }

    private View percent() {
        for (int i = 0; i < string.length(); i++) {
            int value = string.charAt(i) == '%' ? hex(i + 1, 2) : -1;
            put(value >= 0 ? (char) value : string.charAt(i), i);
            i += value >= 0 ? 2 : 0;
        }
        return finished();
    }

    private View json() {
        for (int i = 0; i < string.length(); i++) {
            char next = i + 1 < string.length() ? string.charAt(i + 1) : 0;
            boolean escape = string.charAt(i) == '\\' && next != 0;
            int code = escape && next == 'u' ? hex(i + 2, 4) : -1;
            if (code >= 0) {
                put((char) code, i);
                i += 5;
            } else if (escape && (next == '/' || next == '"' || next == '\\')) {
                put(next, i++);
            } else {
                put(string.charAt(i), i);
            }
        }
        return finished();
    }

    private View folded() {
        for (int i = 0; i < string.length(); i++) {
            boolean fold = i + 1 < string.length()
                    && (string.charAt(i) == '\\' || string.charAt(i) == '=')
                    && string.charAt(i + 1) == '\n';
            if (fold) {
                i++;
            } else {
                put(string.charAt(i), i);
            }
        }
        return finished();
    }

    private int hex(int from, int digits) {
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = i < string.length() ? Character.digit(string.charAt(i), 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }
}
