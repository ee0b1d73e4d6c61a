package io.flyball.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A text file that ships with this module. */
final class Template {

    private Template() {}

    static String text(String name) {
        try (var file = Template.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalArgumentException("no such file beside this class: " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
