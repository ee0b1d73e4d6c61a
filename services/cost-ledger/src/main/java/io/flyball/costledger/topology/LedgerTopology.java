package io.flyball.costledger.topology;

import io.flyball.catalogue.PriceBook;
import io.flyball.contract.Usage;
import io.flyball.costledger.config.LedgerProperties;
import io.flyball.costledger.ledger.Ledger;
import io.flyball.platform.streams.StreamEnds;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.platform.wire.DeadLetters;
import io.flyball.platform.wire.Wire;
import io.flyball.schemas.Topics;
import org.apache.kafka.streams.Topology;

/** From agent.usage into the books; what cannot be read or be true, to the dead letters. */
final class LedgerTopology {
    private static final String LEDGER = "ledger";

    private LedgerTopology() {}

    static Topology of(
            PriceBook prices, Wire wire, DeadLetters letters, Telemetry telemetry, LedgerProperties properties) {
        Topology topology = new Topology();
        StreamEnds edges = new StreamEnds(topology, wire, letters);
        String reader = edges.source(Topics.USAGE, Usage.class, LEDGER);
        edges.processor(
                LEDGER,
                () -> new LedgerProcessor(
                        new Ledger(prices), new LedgerSpans(telemetry), new Refusals(wire, letters), properties),
                reader);
        topology.addStateStore(Books.seenStore(properties.rememberIds()), LEDGER);
        topology.addStateStore(Books.totalsStore(), LEDGER);
        edges.deadLetterSink(reader, LEDGER);
        return topology;
    }
}
