package io.flyball.catalogue.inventory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * URLs of one host.
 *
 * @param text {@code scheme://host:port/path}; the port may be {@code *} for any, and is the scheme's own when absent; a path
 *     that ends with {@code /**} stands for all below it, and an absent one for every path
 */
public record UrlPattern(@JsonValue String text) {
    private static final Pattern FORM = Pattern.compile("(https?)://([\\w.-]+)(?::(\\d+|\\*))?(/[^?#*]*(?:\\*\\*)?)?");
    private static final String REST = "/**";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UrlPattern {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "a URL of the inventory is scheme://host:port/path, with * for any port and /** for any rest, not "
                            + text);
        }
    }

    /** Whether that URL is one of them; one that can be read in two ways is none. */
    boolean fits(String url) {
        Matcher form = FORM.matcher(text);
        URI uri = parsed(url);
        return form.matches()
                && uri != null
                && form.group(1).equals(scheme(uri))
                && form.group(2).equalsIgnoreCase(uri.getHost())
                && port(form.group(1), form.group(3), uri.getPort())
                && path(form.group(4), uri.getRawPath());
    }

    private static @Nullable URI parsed(String url) {
        try {
            URI uri = URI.create(url);
            boolean plain = uri.getHost() != null && uri.getScheme() != null && uri.getRawUserInfo() == null;
            return plain ? uri : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static String scheme(URI uri) {
        return uri.getScheme().toLowerCase(Locale.ROOT);
    }

    private static boolean port(String scheme, @Nullable String wanted, int actual) {
        int usual = scheme.equals("https") ? 443 : 80;
        int known = actual < 0 ? usual : actual;
        return "*".equals(wanted) || known == (wanted == null ? usual : Integer.parseInt(wanted));
    }

    private static boolean path(@Nullable String wanted, String raw) {
        boolean plain = !raw.contains("%") && !raw.contains("//") && !raw.contains("/.") && !raw.contains("\\");
        if (wanted == null) {
            return true;
        }
        return plain
                && (wanted.endsWith(REST)
                        ? raw.startsWith(wanted.substring(0, wanted.length() - 2))
                        : raw.equals(wanted));
    }
}
