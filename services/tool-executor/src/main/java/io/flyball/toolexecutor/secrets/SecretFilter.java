package io.flyball.toolexecutor.secrets;

import java.util.ArrayList;
import java.util.List;

/**
 * Replaces secrets by typed placeholders such as {@code [secret:aws-key#4821]}, the same for the same value within a
 * run. Filtering a filtered text changes nothing.
 */
public final class SecretFilter {
    private static final List<Detector> DETECTORS = List.of(
            new PrivateKeys(),
            new KubernetesSecrets(),
            new UrlSecrets(),
            VendorTokens.load(),
            new ShapedTokens(),
            new KeyedValues());

    private final byte[] key;

    /** @param key mixed into the placeholders' numbers; the same for all executors; at least one byte */
    public SecretFilter(byte[] key) {
        this.key = key.clone();
    }

    public Filtered filter(String runId, String text) {
        List<Finding> findings = find(text);
        if (findings.isEmpty()) {
            return new Filtered(text, List.of());
        }
        return replace(text, findings, new Placeholders(key, runId));
    }

    static List<Finding> find(String string) {
        Text text = new Text(string);
        Findings findings = new Findings();
        DETECTORS.forEach(detector -> detector.find(text, findings));
        return findings.merged();
    }

    private static Filtered replace(String text, List<Finding> findings, Placeholders placeholders) {
        StringBuilder clean = new StringBuilder(text.length());
        List<String> kinds = new ArrayList<>(findings.size());
        int from = 0;
        for (Finding finding : findings) {
            clean.append(text, from, finding.start());
            clean.append(placeholders.of(finding.kind(), text.substring(finding.start(), finding.end())));
            kinds.add(finding.kind());
            from = finding.end();
        }
        return new Filtered(clean.append(text, from, text.length()).toString(), kinds);
    }
}
