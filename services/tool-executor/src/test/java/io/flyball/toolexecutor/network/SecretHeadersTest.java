package io.flyball.toolexecutor.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.flyball.catalogue.SecretPermission;
import io.flyball.toolexecutor.process.Ending;
import io.flyball.toolexecutor.secrets.SecretStore;
import io.flyball.toolexecutor.tools.Mark;
import io.flyball.toolexecutor.tools.Permissions;
import io.flyball.toolexecutor.tools.Plan;
import io.flyball.toolexecutor.tools.ToolRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Against two real HTTP servers, one of which may get the secret. */
class SecretHeadersTest {
    private static final String VALUE = "only-for-the-one";

    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private HttpServer one;
    private HttpServer other;

    @BeforeEach
    void start() throws IOException {
        other = server();
        one = server();
        one.createContext("/away", exchange -> {
            exchange.getResponseHeaders()
                    .set("Location", "http://127.0.0.1:" + other.getAddress().getPort() + "/");
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
    }

    private HttpServer server() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            heard.add(exchange.getLocalAddress().getPort() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    @AfterEach
    void stop() {
        one.stop(0);
        other.stop(0);
    }

    private static int port(HttpServer server) {
        return server.getAddress().getPort();
    }

    private Plan plan(String url, Map<String, String> headers, String body) {
        var store = new SecretStore(null, name -> name.equals("FLYBALL_TOOL_SECRET_SHOP_API") ? VALUE : null);
        var secrets = List.of(
                new SecretPermission("shop-api", List.of("127.0.0.1:" + port(one))),
                new SecretPermission("lost", List.of("127.0.0.1:*")));
        var permissions = new Permissions(List.of(), List.of(), List.of(), List.of("127.0.0.1:*"), secrets);
        String arguments = JsonMapper.shared()
                .writeValueAsString(Map.of("url", url, "method", "POST", "headers", headers, "body", body));
        return new HttpRequest(store).plan(new ToolRequest("a-1", arguments, permissions, 10_000));
    }

    private Plan plan(String url, String header) {
        return plan(url, Map.of("Authorization", header), "");
    }

    private void send(Plan plan) throws Exception {
        assertThat(plan).isInstanceOf(Plan.Ready.class);
        Plan.Ready ready = (Plan.Ready) plan;
        assertThat(ready.description()).contains("secret://shop-api").doesNotContain(VALUE);
        ready.action().arm(new Mark("run", "a-1", "tester", null, Set.of()));
        ready.action().perform(new Ending());
    }

    private static String refused(Plan plan) {
        assertThat(plan).isInstanceOf(Plan.Refused.class);
        return ((Plan.Refused) plan).reason();
    }

    @Test
    @DisplayName("SEC-3 the value goes to the host that may get it; what is told of the request has the name only")
    void goesToItsHost() throws Exception {
        send(plan("http://127.0.0.1:" + port(one) + "/", "Bearer secret://shop-api"));
        assertThat(heard).containsExactly(port(one) + " Bearer " + VALUE);
    }

    @Test
    @DisplayName("SEC-3 a redirect does not take it to another host")
    void notByRedirect() throws Exception {
        send(plan("http://127.0.0.1:" + port(one) + "/away", "Bearer secret://shop-api"));
        assertThat(heard).containsExactly(port(other) + " null");
    }

    @Test
    @DisplayName(
            "SEC-3 other hosts, other places than a header, other secrets and secrets that are not there are refused")
    void refusals() {
        String url = "http://127.0.0.1:" + port(one) + "/";
        assertThat(refused(plan("http://127.0.0.1:" + port(other) + "/", "Bearer secret://shop-api")))
                .isEqualTo("the secret shop-api is not for 127.0.0.1:" + port(other));
        assertThat(refused(plan(url, "secret://root-password")))
                .isEqualTo("the agent may not use the secret root-password");
        assertThat(refused(plan(url, "secret://lost"))).contains("FLYBALL_TOOL_SECRET_LOST");
        assertThat(refused(plan(url + "?key=secret://shop-api", Map.of(), ""))).contains("header only");
        assertThat(refused(plan(url, Map.of(), "{\"key\":\"secret://shop-api\"}")))
                .contains("header only");
        assertThat(heard).isEmpty();
    }
}
