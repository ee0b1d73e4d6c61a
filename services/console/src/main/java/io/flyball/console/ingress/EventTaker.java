package io.flyball.console.ingress;

import io.flyball.console.door.BadBody;
import io.flyball.console.door.Refusal;
import io.flyball.console.door.TimeOrderedIds;
import io.flyball.console.feed.Incoming;
import io.flyball.console.sources.CloudEventRecord;
import io.flyball.console.sources.Delivery;
import io.flyball.console.sources.Reading;
import io.flyball.console.sources.Source;
import io.flyball.console.sources.Sources;
import io.flyball.platform.functions.Unusable;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.platform.wire.RecordTooLarge;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Events of CloudEvents that come over Kafka, read as those that come over HTTP. What would be a 400 there is a dead letter here. */
final class EventTaker implements Consumer<Incoming> {
    private static final Logger log = LoggerFactory.getLogger(EventTaker.class);
    private static final String NAME = "cloudevents";

    private final Source source;
    private final SourceAlerts records;
    private final AlertsOut out;
    private final TimeOrderedIds ids;
    private final Clock clock;

    EventTaker(Sources sources, IngressProperties properties, AlertsOut out, TimeOrderedIds ids, Clock clock) {
        this.source = sources.find(NAME).orElseThrow();
        this.records = new SourceAlerts(new LabelMapping(properties));
        this.out = out;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws Unusable if no alert can be made of it, now or later; whatever else is thrown, it comes again */
    @Override
    public void accept(Incoming record) {
        Reception reception = new Reception(clock.instant().truncatedTo(ChronoUnit.MILLIS), ids::next);
        switch (read(record, reception)) {
            case Reading.Alerts read -> send(read, record, reception);
            case Reading.OpensNothing nothing -> log.debug("nothing is opened: {}", nothing.because());
            case Reading.IsNone none -> throw unusable(BadBody.at(none.pointer(), none.expected(), none.found()));
            case Reading.AsksToConfirm _ -> log.debug("nothing is opened: a question is no event");
        }
    }

    /** Whatever reading fails of, it would fail of it again. */
    private Reading read(Incoming record, Reception reception) {
        try {
            return source.read(
                    new Delivery(CloudEventRecord.body(record.headers(), record.value()), Map.of(), reception.at()));
        } catch (RuntimeException | StackOverflowError e) {
            throw unusable(e);
        }
    }

    private void send(Reading.Alerts read, Incoming record, Reception reception) {
        try {
            out.send(
                    read.alerts().stream()
                            .map(alert -> records.toRecord(alert, NAME, read.leftOut(), reception))
                            .toList(),
                    Telemetry.fromTraceparent(record.headers().getOrDefault("traceparent", "")));
        } catch (Refusal | RecordTooLarge e) {
            throw unusable(e);
        }
    }

    private static Unusable unusable(Throwable why) {
        return new Unusable("no alert of CloudEvents: " + why.getMessage(), why);
    }
}
