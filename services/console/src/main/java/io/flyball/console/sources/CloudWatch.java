package io.flyball.console.sources;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** A change of an alarm's state, as CloudWatch tells a topic of it, or EventBridge. */
final class CloudWatch implements Source {
    static final String NAME = "cloudwatch";

    /** What a dimension names that people would call a service; the first counts. */
    private static final List<String> SERVICES = List.of(
            "ServiceName",
            "Service",
            "FunctionName",
            "ApiName",
            "DBInstanceIdentifier",
            "DBClusterIdentifier",
            "TableName",
            "QueueName",
            "CacheClusterId",
            "ClusterName",
            "LoadBalancer",
            "AutoScalingGroupName",
            "TopicName",
            "BucketName");

    @Override
    public Reading read(Delivery delivery) {
        JsonNode body = delivery.body();
        if (Place.text(body, "Event")
                .filter(event -> event.endsWith("TEST_NOTIFICATION"))
                .isPresent()) {
            return new Reading.OpensNothing("it is Amazon's test notification");
        }
        if (Place.text(body, "detail-type")
                .filter(type -> !type.equals("CloudWatch Alarm State Change"))
                .isPresent()) {
            return new Reading.OpensNothing("EventBridge tells of something else than a change of an alarm's state");
        }
        boolean isEvent = body.path("detail").has("alarmName");
        Optional<String> name = isEvent ? Place.text(body, "detail.alarmName") : Place.text(body, "AlarmName");
        if (name.isEmpty()) {
            return Reading.isNone(
                    "/Message",
                    "a notification of Amazon SNS whose message is an alarm of CloudWatch, with \"AlarmName\"",
                    Place.shown(body));
        }
        String state = Place.text(body, "NewStateValue", "detail.state.value").orElse("ALARM");
        return switch (state) {
            case "ALARM" -> Reading.one(draft(delivery, name.get(), "critical").toAlert(true));
            case "INSUFFICIENT_DATA" ->
                Reading.one(draft(delivery, name.get(), "warning").toAlert(true));
            case "OK" -> Reading.one(draft(delivery, name.get(), "critical").toAlert(false));
            default -> Reading.isNone("/Message/NewStateValue", "OK, ALARM or INSUFFICIENT_DATA", state);
        };
    }

    /** Whether it is about an alarm, in whatever state. */
    static boolean isAlarm(JsonNode message) {
        return Place.text(message, "AlarmName", "detail.alarmName").isPresent();
    }

    private static Draft draft(Delivery delivery, String name, String severity) {
        JsonNode body = delivery.body();
        Map<String, String> dimensions = dimensions(body);
        Optional<Instant> changed = Place.text(body, "StateChangeTime", "detail.state.timestamp", "time")
                .flatMap(text -> When.of(text, delivery.at()));
        Draft draft = new Draft(NAME, Optional.of(name))
                .labels(dimensions)
                .label("severity", Optional.of(severity))
                .label("priority", Place.text(body, "Priority"))
                .label(
                        "service",
                        SERVICES.stream()
                                .map(dimensions::get)
                                .filter(Objects::nonNull)
                                .findFirst())
                .label("metric", Place.text(body, "Trigger.MetricName", "MetricName"))
                .label("namespace", Place.text(body, "Trigger.Namespace", "Namespace"))
                .label("region", Place.text(body, "Region", "region"))
                .label("account", Place.text(body, "AWSAccountId", "account"))
                .annotation("summary", Place.text(body, "AlarmDescription", "detail.configuration.description"))
                .annotation("description", Place.text(body, "NewStateReason", "detail.state.reason"))
                .annotation("state", Place.text(body, "NewStateValue", "detail.state.value"))
                .annotation("threshold", Place.text(body, "Trigger.Threshold", "Threshold"))
                .annotation("alarm_rule", Place.text(body, "AlarmRule"))
                .started(changed)
                .ended(changed);
        return identify(draft, body, name);
    }

    private static Draft identify(Draft draft, JsonNode body, String name) {
        Optional<String> arn = Place.text(body, "AlarmArn", "resources[0]");
        return arn.isPresent()
                ? draft.identity(arn.get())
                : draft.identity(
                        Place.text(body, "AWSAccountId", "account").orElse(""),
                        Place.text(body, "Region", "region").orElse(""),
                        Place.text(body, "Trigger.Namespace", "Namespace").orElse(""),
                        name);
    }

    /** Of the metric, or of the first metric in an alarm that computes with several. */
    private static Map<String, String> dimensions(JsonNode body) {
        Map<String, String> dimensions = new TreeMap<>();
        body.path("Trigger")
                .path("Metrics")
                .forEach(metric -> Texts.of(Place.find(metric, "MetricStat.Metric.Dimensions"))
                        .forEach(dimensions::putIfAbsent));
        body.path("detail")
                .path("configuration")
                .path("metrics")
                .forEach(metric -> Texts.of(Place.find(metric, "metricStat.metric.dimensions"))
                        .forEach(dimensions::putIfAbsent));
        dimensions.putAll(Texts.of(Place.find(body, "Trigger.Dimensions")));
        return dimensions;
    }
}
