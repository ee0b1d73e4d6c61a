package io.flyball.planner.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an alert's own labels say that its subject is to be found.
 *
 * @param url an http or https address that can be asked; empty when no label holds one
 * @param endpoint {@code host:port}; empty when no label holds one
 * @param host the machine; empty when no label names one
 */
public record AlertPlace(Optional<String> url, Optional<String> endpoint, Optional<String> host) {
    private static final List<String> URLS = List.of(
            "health_url", "probe_url", "check_url", "monitor_url", "url", "target", "instance", "endpoint", "address");
    private static final List<String> ENDPOINTS =
            List.of("target", "instance", "address", "endpoint", "host", "hostname");
    private static final List<String> HOSTS = List.of(
            "host", "hostname", "host.name", "host_name", "node", "nodename", "server", "machine", "vm", "instance");

    private static final String NAME = "[A-Za-z0-9](?:[A-Za-z0-9._-]{0,252})";
    private static final Pattern URL =
            Pattern.compile("(https?)://(" + NAME + ")(?::(\\d{1,5}))?(?:/[!-;=?-z~]*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENDPOINT = Pattern.compile("(?:tcp://)?(" + NAME + "):(\\d{1,5})/?");
    private static final Pattern HOST = Pattern.compile(NAME);

    /** Read from that alert. */
    public static AlertPlace of(AlertFacts alert) {
        Optional<String> url =
                first(URLS, alert.labels(), URL).or(() -> first(List.of("health_url"), alert.annotations(), URL));
        Optional<String> endpoint = first(ENDPOINTS, alert.labels(), ENDPOINT)
                .map(AlertPlace::plain)
                .or(() -> url.map(AlertPlace::port));
        Optional<String> host = first(HOSTS, alert.labels(), HOST)
                .or(() -> endpoint.map(each -> each.substring(0, each.lastIndexOf(':'))));
        return new AlertPlace(url, endpoint, host);
    }

    private static Optional<String> first(List<String> names, Map<String, String> texts, Pattern form) {
        return names.stream()
                .flatMap(name -> Optional.ofNullable(texts.get(name)).map(String::strip).stream())
                .filter(value -> form.matcher(value).matches())
                .findFirst();
    }

    private static String plain(String endpoint) {
        return endpoint.replaceFirst("^tcp://", "").replaceFirst("/$", "");
    }

    /** Where the URL's server listens. */
    private static String port(String url) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no URL: " + url);
        }
        String usual = parts.group(1).equalsIgnoreCase("https") ? "443" : "80";
        return parts.group(2) + ":" + (parts.group(3) == null ? usual : parts.group(3));
    }
}
