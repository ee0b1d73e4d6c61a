package io.flyball.console.page;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** HTML that is being written. Whatever comes from outside passes {@link #escape}; only tags written here are tags. */
final class Markup {
    private static final Map<Character, String> ENTITIES =
            Map.of('&', "&amp;", '<', "&lt;", '>', "&gt;", '"', "&quot;", '\'', "&#39;");

    private final StringBuilder html = new StringBuilder();

    /** Our own markup, as it is. */
    Markup raw(String ours) {
        html.append(ours);
        return this;
    }

    /** An element with that text. */
    Markup element(String tag, @Nullable String text) {
        return raw("<" + tag + ">").text(text).raw("</" + tag.split(" ", 2)[0] + ">");
    }

    /** An element with that text, if there is any. */
    Markup optional(String tag, @Nullable String text) {
        return text == null || text.isBlank() ? this : element(tag, text);
    }

    /** A named value, if there is one. */
    Markup fact(String name, @Nullable Object value) {
        Optional.ofNullable(value)
                .map(Object::toString)
                .filter(text -> !text.isBlank())
                .ifPresent(text -> element("dt", name).element("dd", text));
        return this;
    }

    /** Anybody's text. */
    Markup text(@Nullable String anybodys) {
        if (anybodys != null) {
            escape(anybodys);
        }
        return this;
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String entity = ENTITIES.get(c);
            if (entity == null) {
                html.append(c);
            } else {
                html.append(entity);
            }
        }
    }

    /** A constant's name as people read it. */
    static @Nullable String words(@Nullable String name) {
        return name == null ? null : name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
