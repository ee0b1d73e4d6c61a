package io.flyball.cli.status;

import io.flyball.cli.access.StackFile.Member;
import io.flyball.cli.output.Json;
import io.flyball.cli.status.Part.State;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Asks every part at once whether it answers. */
public final class Probe {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** The suite's own, by their readiness. */
    public List<Part> services(List<Member> services) {
        return all(services, this::service);
    }

    /** What the suite stands on. */
    public List<Part> neighbours(List<Member> neighbours) {
        return all(neighbours, this::neighbour);
    }

    private static List<Part> all(List<Member> members, Function<Member, Part> ask) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = members.stream()
                    .map(member -> CompletableFuture.supplyAsync(() -> ask.apply(member), threads))
                    .toList();
            return answers.stream().map(CompletableFuture::join).toList();
        }
    }

    private Part service(Member service) {
        return http(service, "/actuator/health/readiness");
    }

    private Part neighbour(Member neighbour) {
        return switch (neighbour.name()) {
            case "redis" -> socket(neighbour, "PING\r\n", "+PONG");
            case "broker" -> socket(neighbour, "", "");
            case "tracing" -> http(neighbour, "/health");
            default -> http(neighbour, "/");
        };
    }

    private Part http(Member member, String path) {
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(member.url() + path)).timeout(PATIENCE);
            return answered(member, client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException | IllegalArgumentException e) {
            return down(member, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return down(member, e);
        }
    }

    private static Part answered(Member member, HttpResponse<String> response) {
        return response.statusCode() < 400
                ? new Part(member.name(), State.UP, member.url(), "")
                : new Part(member.name(), State.NOT_READY, member.url(), notUp(response));
    }

    /** The components that the health answer names as not up. */
    private static String notUp(HttpResponse<String> response) {
        try {
            String components = Json.parse(response.body())
                    .path("components")
                    .propertyStream()
                    .filter(component ->
                            !Json.text(component.getValue(), "status", "UP").equals("UP"))
                    .map(component -> component.getKey() + " " + Json.text(component.getValue(), "status")
                            + reason(component.getValue()))
                    .collect(Collectors.joining(", "));
            return components.isEmpty() ? "status " + response.statusCode() : components;
        } catch (JacksonException _) {
            return "status " + response.statusCode();
        }
    }

    /** What the component itself says of it. */
    private static String reason(JsonNode component) {
        String reason = Json.text(component.path("details"), "reason", "");
        return reason.isEmpty() ? "" : " (" + reason + ")";
    }

    private static Part socket(Member member, String question, String answer) {
        URI address = URI.create(member.url().contains("://") ? member.url() : "tcp://" + member.url());
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), (int) PATIENCE.toMillis());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(question.getBytes(StandardCharsets.US_ASCII));
            String said = new String(socket.getInputStream().readNBytes(answer.length()), StandardCharsets.US_ASCII);
            return said.equals(answer)
                    ? new Part(member.name(), State.UP, member.url(), "")
                    : new Part(member.name(), State.NOT_READY, member.url(), "answered " + said);
        } catch (IOException | IllegalArgumentException e) {
            return down(member, e);
        }
    }

    private static Part down(Member member, Exception why) {
        String detail = why.getMessage() == null ? "nothing listens there" : why.getMessage();
        return new Part(member.name(), State.DOWN, member.url(), detail);
    }
}
