package io.flyball.secrets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** One text; a value that was recognised in it is gone everywhere in it. */
    public Filtered filter(String runId, String text) {
        return filter(runId, List.of(text)).getFirst();
    }

    /** Texts that belong together: a value that was recognised in one is gone in all, each as its own result. */
    public List<Filtered> filter(String runId, List<String> strings) {
        return filter(runId, strings, Map.of());
    }

    /**
     * The same, and values that are known to be secret are gone, whatever they look like.
     *
     * @param known kinds by value; values of less than eight characters would be found in too many texts
     */
    public List<Filtered> filter(String runId, List<String> strings, Map<String, String> known) {
        List<Text> texts = strings.stream().map(Text::new).toList();
        List<Findings> found = texts.stream()
                .map(text -> {
                    Findings findings = recognised(text);
                    Echoes.findKnown(text, known, findings);
                    return findings;
                })
                .toList();
        if (found.stream().allMatch(Findings::isEmpty)) {
            return strings.stream().map(text -> new Filtered(text, List.of())).toList();
        }
        Map<String, String> values = values(texts, found);
        Placeholders placeholders = new Placeholders(key, runId);
        List<Filtered> filtered = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            Echoes.find(texts.get(i), values, found.get(i));
            filtered.add(replace(texts.get(i).string, found.get(i).merged(), placeholders));
        }
        return filtered;
    }

    /** In the text as it stands, with each notation taken off, and in what is written in base64. */
    private static Findings recognised(Text text) {
        Findings findings = plain(text);
        for (View view : View.of(text)) {
            plain(new Text(view.text())).merged().stream().map(view::original).forEach(findings::add);
        }
        Base64Texts.find(text, decoded -> !plain(new Text(decoded)).isEmpty(), findings);
        return findings;
    }

    private static Findings plain(Text text) {
        Findings findings = new Findings();
        DETECTORS.forEach(detector -> detector.find(text, findings));
        return findings;
    }

    /** Kinds by value, so that all copies of a value have one placeholder. */
    private static Map<String, String> values(List<Text> texts, List<Findings> found) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            for (Finding finding : found.get(i).merged()) {
                values.putIfAbsent(texts.get(i).part(finding.start(), finding.end()), finding.kind());
            }
        }
        return values;
    }

    private static Filtered replace(String text, List<Finding> findings, Placeholders placeholders) {
        StringBuilder clean = new StringBuilder(text.length());
        int from = 0;
        for (Finding finding : findings) {
            clean.append(text, from, finding.start());
            clean.append(placeholders.of(finding.kind(), text.substring(finding.start(), finding.end())));
            from = finding.end();
        }
        return new Filtered(clean.append(text, from, text.length()).toString(), findings);
    }
}
