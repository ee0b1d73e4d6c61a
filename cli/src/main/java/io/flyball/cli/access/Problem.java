package io.flyball.cli.access;

import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Json;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads an {@code application/problem+json} answer. */
final class Problem {
    private Problem() {}

    static CommandFailed of(Console console, int status, String body) {
        JsonNode problem = parse(body);
        return new CommandFailed(code(status), message(console, status, problem), advice(status));
    }

    private static JsonNode parse(String body) {
        try {
            return Json.parse(body);
        } catch (JacksonException _) {
            return Json.object();
        }
    }

    private static ExitCode code(int status) {
        return switch (status) {
            case 401, 403 -> ExitCode.NOT_ALLOWED;
            case 404 -> ExitCode.NOT_FOUND;
            case 400 -> ExitCode.USAGE;
            case 409, 413, 422, 429 -> ExitCode.REFUSED;
            case 502, 503, 504 -> ExitCode.UNREACHABLE;
            default -> ExitCode.FAILED;
        };
    }

    private static String message(Console console, int status, JsonNode problem) {
        return "The %s answered %d: %s%s%s"
                .formatted(console.name(), status, reason(problem), fields(problem), first(problem));
    }

    /** Where the fields are told one by one, the detail would tell them once more. */
    private static String reason(JsonNode problem) {
        String title = Json.text(problem, "title", "no reason given");
        return problem.path("errors").isEmpty() ? Json.text(problem, "detail", title) : title;
    }

    private static String fields(JsonNode problem) {
        return problem.path("errors")
                .valueStream()
                .map(error -> "\n  %s: expected %s, found %s"
                        .formatted(
                                Json.text(error, "pointer"), Json.text(error, "expected"), Json.text(error, "found")))
                .collect(Collectors.joining());
    }

    /** The answer that came first, where an approval was answered already. */
    private static String first(JsonNode problem) {
        JsonNode answer = problem.path("answer");
        return answer.isObject()
                ? "\n  %s by %s (%s) at %s"
                        .formatted(
                                Json.text(answer, "answer"),
                                Json.text(answer, "by"),
                                Json.text(answer, "channel"),
                                Json.text(answer, "at"))
                : "";
    }

    private static String advice(int status) {
        return switch (status) {
            case 401, 403 ->
                "The token comes from FLYBALL_TOKEN, or from .flyball/token for a console on this machine.";
            case 429 -> "Wait a little and try again.";
            case 502, 503, 504 -> "See 'flyball status' for what is down, and try again.";
            default -> "";
        };
    }

    /** Some failures of the network have no message of their own. */
    static String cause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null) {
                return cause.getMessage();
            }
        }
        return failure instanceof java.net.ConnectException ? "nothing listens there" : failure.toString();
    }
}
