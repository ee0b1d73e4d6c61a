package io.flyball.secrets;

import java.util.List;

/**
 * A text without its secrets.
 *
 * @param text with a placeholder in the place of each secret
 * @param findings what was replaced, in the order of the text
 */
public record Filtered(String text, List<Finding> findings) {
    public Filtered {
        findings = List.copyOf(findings);
    }

    /** What each secret was, in the order of the text. */
    public List<String> kinds() {
        return findings.stream().map(Finding::kind).toList();
    }

    /** How many secrets were replaced. */
    public int redactions() {
        return findings.size();
    }
}
