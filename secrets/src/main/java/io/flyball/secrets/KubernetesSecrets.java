package io.flyball.secrets;

/** The data of Kubernetes Secrets, in YAML and in JSON, whatever the keys are called. */
final class KubernetesSecrets implements Detector {
    private static final String KIND = "kubernetes-secret";

    @Override
    public void find(Text text, Findings findings) {
        if (text.string.indexOf("Secret") >= 0 && text.string.indexOf("kind") >= 0) {
            yamlDocuments(text, findings);
            jsonObjects(text, findings);
        }
    }

    private static void yamlDocuments(Text text, Findings findings) {
        int start = 0;
        while (start < text.length) {
            int next = text.string.indexOf("\n---", start);
            int end = next < 0 ? text.length : next;
            if (isSecretYaml(text, start, end)) {
                YamlData.find(text, start, end, KIND, findings);
            }
            start = end + 1;
        }
    }

    private static boolean isSecretYaml(Text text, int start, int end) {
        int at = start;
        while ((at = text.string.indexOf("kind:", at, end)) >= 0) {
            at += 5;
            int value = at;
            while (text.at(value) == ' ' || text.at(value) == '"' || text.at(value) == '\'') {
                value++;
            }
            if (text.startsWith("Secret", value) && !Alphabet.WORD.has(text.at(value + 6))) {
                return true;
            }
        }
        return false;
    }

    /** Also JSON inside JSON, as kubectl keeps it in an annotation. */
    private static void jsonObjects(Text text, Findings findings) {
        if (!isSecretJson(text)) {
            return;
        }
        JsonData.find(text, "\"data\"", KIND, findings);
        JsonData.find(text, "\"stringData\"", KIND, findings);
        JsonData.find(text, "\\\"data\\\"", KIND, findings);
        JsonData.find(text, "\\\"stringData\\\"", KIND, findings);
    }

    private static boolean isSecretJson(Text text) {
        int at = -1;
        while ((at = text.string.indexOf("kind", at + 1)) >= 0) {
            int value = at + 4;
            while (value - at < 16 && "\\\": ".indexOf(text.at(value)) >= 0) {
                value++;
            }
            boolean quoted = Value.isQuote(text.at(at - 1)) && Value.isQuote(text.at(value - 1));
            if (quoted && text.startsWith("Secret", value) && Value.isQuote(text.at(value + 6))) {
                return true;
            }
        }
        return false;
    }
}
