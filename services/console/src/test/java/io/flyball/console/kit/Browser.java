package io.flyball.console.kit;

import io.flyball.testkit.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Chromium, driven through the W3C WebDriver protocol as a person would use it. */
public final class Browser implements AutoCloseable {
    public static final String CHROMIUM = "/usr/bin/chromium";
    public static final String DRIVER = "/usr/bin/chromedriver";
    /** Keys by their WebDriver names. */
    public static final String ALT = "\uE00A";

    public static final String ENTER = "\uE007";
    public static final String TAB = "\uE004";

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Program driver;
    private final String root;
    private final String session;

    public Browser(Path folder) throws IOException {
        int port = Program.freePort();
        root = "http://127.0.0.1:" + port;
        driver = new Program(Path.of("target/chromedriver.log"), List.of(DRIVER, "--port=" + port));
        Await.that("chromedriver answers")
                .ignoreExceptions()
                .until(() -> send("GET", "/status", null).path("ready").asBoolean());
        session = "/session/"
                + send("POST", "/session", Map.of("capabilities", Map.of("alwaysMatch", capabilities(folder))))
                        .path("sessionId")
                        .asString();
    }

    private static Map<String, Object> capabilities(Path folder) {
        return Map.of(
                "goog:chromeOptions",
                Map.of(
                        "binary",
                        CHROMIUM,
                        "args",
                        List.of(
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--user-data-dir=" + folder.resolve("profile"))),
                "goog:loggingPrefs",
                Map.of("browser", "ALL"));
    }

    public static boolean isInstalled() {
        return Program.isInstalled(CHROMIUM) && Program.isInstalled(DRIVER);
    }

    public void open(URI address) {
        send("POST", session + "/url", Map.of("url", address.toString()));
    }

    /** As if nobody had ever used it. */
    public void forget() {
        send("DELETE", session + "/cookie", null);
        if (run("return location.protocol").asString().startsWith("http")) {
            run("localStorage.clear()");
        }
        open(URI.create("about:blank"));
        complaints();
    }

    public void size(int width, int height) {
        send("POST", session + "/window/rect", Map.of("width", width, "height", height));
    }

    /** What the script returns. */
    public JsonNode run(String script) {
        return send("POST", session + "/execute/sync", Map.of("script", script, "args", List.of()));
    }

    public void await(String what, String script) {
        Await.that(what).until(() -> run("return Boolean(" + script + ")").asBoolean());
    }

    /** Text of the first element that fits. */
    public String text(String css) {
        return run("return document.querySelector(" + JSON.writeValueAsString(css) + ")?.innerText ?? ''")
                .asString();
    }

    public void click(String css) {
        String element = send("POST", session + "/element", Map.of("using", "css selector", "value", css))
                .path(ELEMENT)
                .asString();
        send("POST", session + "/element/" + element + "/click", Map.of());
    }

    /** Presses the keys together and lets them go; a text is typed key by key. */
    public void press(String... keys) {
        List<Map<String, Object>> steps = new java.util.ArrayList<>();
        for (String key : keys) {
            steps.add(Map.of("type", "keyDown", "value", key));
        }
        for (int i = keys.length - 1; i >= 0; i--) {
            steps.add(Map.of("type", "keyUp", "value", keys[i]));
        }
        send(
                "POST",
                session + "/actions",
                Map.of("actions", List.of(Map.of("type", "key", "id", "keys", "actions", steps))));
    }

    public void type(String text) {
        text.chars().forEach(c -> press(String.valueOf((char) c)));
    }

    /** As a person with these preferences sees it, for example {@code prefers-color-scheme}. */
    public void prefer(String feature, String value) {
        send(
                "POST",
                session + "/goog/cdp/execute",
                Map.of(
                        "cmd",
                        "Emulation.setEmulatedMedia",
                        "params",
                        Map.of("features", List.of(Map.of("name", feature, "value", value)))));
    }

    /** Messages of the browser's console that are warnings or worse. */
    public List<String> complaints() {
        return send("POST", session + "/se/log", Map.of("type", "browser"))
                .valueStream()
                .filter(entry -> !entry.path("level").asString().equals("DEBUG")
                        && !entry.path("level").asString().equals("INFO"))
                .map(entry -> entry.path("message").asString())
                .toList();
    }

    private JsonNode send(String method, String path, Map<String, ?> body) {
        var request = HttpRequest.newBuilder(URI.create(root + path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode value = JSON.readTree(answer.body()).path("value");
            if (answer.statusCode() != 200) {
                throw new AssertionError(path + ": " + value.path("message").asString());
            }
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            send("DELETE", session, null);
        } finally {
            driver.close();
            http.close();
        }
    }

    /** For a person to look at after the test. */
    public void picture(Path file) {
        try {
            Files.write(
                    file,
                    java.util.Base64.getDecoder()
                            .decode(send("GET", session + "/screenshot", null).asString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
