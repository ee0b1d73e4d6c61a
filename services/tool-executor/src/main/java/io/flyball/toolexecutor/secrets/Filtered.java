package io.flyball.toolexecutor.secrets;

import java.util.List;

/**
 * A text without its secrets.
 *
 * @param text with a placeholder in the place of each secret
 * @param kinds what was replaced, in the order of the text
 */
public record Filtered(String text, List<String> kinds) {
    public Filtered {
        kinds = List.copyOf(kinds);
    }

    /** How many secrets were replaced. */
    public int redactions() {
        return kinds.size();
    }
}
