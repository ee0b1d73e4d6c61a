package io.flyball.console.outbox;

import io.flyball.contract.Alert;
import io.flyball.contract.ApprovalDecision;
import io.flyball.contract.AuditFact;
import io.flyball.contract.BudgetRaise;
import io.flyball.contract.ControlCommand;
import io.flyball.contract.Deployment;
import io.flyball.contract.RunRequest;
import io.flyball.secrets.Filtered;
import io.flyball.secrets.SecretFilter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The last door before a topic: what people and alerting systems write in their own words loses its secrets there. What
 * identifies, and arguments that a person has edited for a tool, stay as they are.
 */
final class WithoutSecrets {
    /** A value is looked at beside its name, because the name may be what tells. */
    private record Named(String name, String value) {
        /** As labels and inputs these name a thing (the key of a record, a secret of Kubernetes), and do not hold it. */
        private static final Set<String> SAY_NOTHING = Set.of("key", "secret");

        String beside() {
            return SAY_NOTHING.contains(name.toLowerCase(Locale.ROOT)) ? "" : name + "=";
        }
    }

    private final SecretFilter filter;

    WithoutSecrets(SecretFilter filter) {
        this.filter = filter;
    }

    /** The message as it may leave; the same secret has the same placeholder in all messages of one key. */
    Message of(Message message) {
        return new Message(message.topic(), message.key(), of(message.record(), message.key()));
    }

    private SpecificRecord of(SpecificRecord record, String scope) {
        return switch (record) {
            case Alert alert -> alert(alert, scope);
            case RunRequest request -> request(request, scope);
            case ControlCommand command -> command(command, scope);
            case BudgetRaise raise ->
                BudgetRaise.newBuilder(raise)
                        .setReason(told(raise.getReason(), scope))
                        .build();
            case ApprovalDecision decision ->
                ApprovalDecision.newBuilder(decision)
                        .setReason(text(decision.getReason(), scope))
                        .build();
            case Deployment deployment ->
                Deployment.newBuilder(deployment)
                        .setDescription(told(deployment.getDescription(), scope))
                        .setUrl(text(deployment.getUrl(), scope))
                        .build();
            case AuditFact fact ->
                AuditFact.newBuilder(fact)
                        .setDetailJson(told(fact.getDetailJson(), scope))
                        .build();
            default -> record;
        };
    }

    /** Labels and annotations are looked at together, so that what one of them gives away is gone in all. */
    private Alert alert(Alert alert, String scope) {
        List<Named> labels = named(alert.getLabels());
        List<Named> annotations = named(alert.getAnnotations());
        List<Named> clean =
                values(Stream.concat(labels.stream(), annotations.stream()).toList(), scope);
        return Alert.newBuilder(alert)
                .setLabels(byName(clean.subList(0, labels.size())))
                .setAnnotations(byName(clean.subList(labels.size(), clean.size())))
                .setGeneratorUrl(text(alert.getGeneratorUrl(), scope))
                .build();
    }

    private RunRequest request(RunRequest request, String scope) {
        return RunRequest.newBuilder(request)
                .setGoal(told(request.getGoal(), scope))
                .setInputs(byName(values(named(request.getInputs()), scope)))
                .build();
    }

    private ControlCommand command(ControlCommand command, String scope) {
        return ControlCommand.newBuilder(command)
                .setReason(told(command.getReason(), scope))
                .setText(text(command.getText(), scope))
                .build();
    }

    private static List<Named> named(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> new Named(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Map<String, String> byName(List<Named> values) {
        return values.stream().collect(Collectors.toMap(Named::name, Named::value));
    }

    private List<Named> values(List<Named> values, String scope) {
        List<String> clean = texts(
                values.stream().map(named -> named.beside() + named.value()).toList(), scope);
        return IntStream.range(0, clean.size())
                .mapToObj(i -> without(values.get(i), clean.get(i), scope))
                .toList();
    }

    /** Where the name itself was taken for part of a secret, the value is looked at alone. */
    private Named without(Named named, String clean, String scope) {
        String beside = named.beside();
        return new Named(
                named.name(), clean.startsWith(beside) ? clean.substring(beside.length()) : told(named.value(), scope));
    }

    private @Nullable String text(@Nullable String text, String scope) {
        return text == null ? null : told(text, scope);
    }

    private String told(String text, String scope) {
        return filter.filter(scope, text).text();
    }

    private List<String> texts(Collection<String> texts, String scope) {
        return filter.filter(scope, List.copyOf(texts)).stream()
                .map(Filtered::text)
                .toList();
    }
}
