package io.flyball.console.sources;

import io.flyball.console.door.Json;
import java.net.URI;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Amazon's Simple Notification Service: the envelope around what CloudWatch tells. */
final class Sns implements Source {
    private final Source inside = new CloudWatch();

    @Override
    public Reading read(Delivery delivery) {
        JsonNode body = delivery.body();
        if (body.path("Records").isArray() && !body.path("Records").isEmpty()) {
            return records(delivery);
        }
        return switch (body.path("Type").asString("")) {
            case "SubscriptionConfirmation" -> confirmation(body);
            case "UnsubscribeConfirmation" ->
                new Reading.OpensNothing("the topic sends here no more; to go on, subscribe it again");
            case "Notification", "" -> notification(delivery);
            default ->
                Reading.isNone(
                        "/Type",
                        "Notification, SubscriptionConfirmation or UnsubscribeConfirmation",
                        Place.shown(body.path("Type")));
        };
    }

    /** As a function of Amazon's Lambda gets it, and may hand it on. */
    private Reading records(Delivery delivery) {
        JsonNode records = delivery.body().path("Records");
        return Reading.all(
                IntStream.range(0, records.size())
                        .mapToObj(
                                i -> notification(delivery.with(records.path(i).path("Sns"))))
                        .toList(),
                0);
    }

    private Reading notification(Delivery delivery) {
        JsonNode message = delivery.body().path("Message");
        if (message.isMissingNode()) {
            // A subscription for raw messages sends them without an envelope.
            return inside.read(delivery);
        }
        JsonNode told = message.isString() ? Json.orText(message.asString()) : message;
        boolean isOtherNews = delivery.body().has("TopicArn") && !CloudWatch.isAlarm(told);
        Reading reading = inside.read(delivery.with(told));
        return reading instanceof Reading.IsNone && isOtherNews
                ? new Reading.OpensNothing("the topic sent a message that is no alarm of CloudWatch")
                : reading;
    }

    private static Reading confirmation(JsonNode body) {
        Optional<String> topic = Place.text(body, "TopicArn");
        Optional<URI> url = Place.text(body, "SubscribeURL").flatMap(Amazon::address);
        if (topic.isEmpty() || url.isEmpty()) {
            return Reading.isNone(
                    topic.isEmpty() ? "/TopicArn" : "/SubscribeURL",
                    "the topic, and an https address of sns.REGION.amazonaws.com",
                    Place.shown(body.path("SubscribeURL")));
        }
        return new Reading.AsksToConfirm(topic.get(), url.get());
    }
}
