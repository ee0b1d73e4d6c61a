package io.flyball.notifier.topology;

import io.flyball.notifier.message.Message;
import io.flyball.secrets.Filtered;
import io.flyball.secrets.SecretFilter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The last door before people: whoever wrote the words, no secret that the filter knows leaves in a notice. All its texts are seen together. */
final class WithoutSecrets {
    private final SecretFilter filter;

    WithoutSecrets(SecretFilter filter) {
        this.filter = filter;
    }

    /** The message as it may be told; the same secret of a run has the same placeholder in every notice. */
    Message of(Message m) {
        List<Map.Entry<String, String>> fields = List.copyOf(m.fields().entrySet());
        List<Map.Entry<String, String>> links = List.copyOf(m.links().entrySet());
        List<String> texts = new ArrayList<>(List.of(m.title(), m.body()));
        fields.forEach(field -> texts.add(field.getKey() + ": " + field.getValue()));
        links.forEach(link -> texts.add(link.getValue()));
        Iterator<String> clean =
                filter.filter(m.subject(), texts).stream().map(Filtered::text).iterator();
        String title = clean.next();
        String body = clean.next();
        Map<String, String> cleanFields = fields.stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> value(field.getKey(), clean.next())));
        Map<String, String> cleanLinks = links.stream().collect(Collectors.toMap(Map.Entry::getKey, _ -> clean.next()));
        return m.inWords(title, body, cleanFields, cleanLinks);
    }

    /** A field is looked at with its name, which says of many a value that it is a secret; a name with one in it loses that. */
    private static String value(String name, String field) {
        return field.startsWith(name + ": ") ? field.substring(name.length() + 2) : field;
    }
}
