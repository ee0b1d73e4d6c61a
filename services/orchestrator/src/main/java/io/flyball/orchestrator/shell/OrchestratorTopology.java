package io.flyball.orchestrator.shell;

import io.flyball.catalogue.Catalogue;
import io.flyball.contract.ActionVerdict;
import io.flyball.contract.AdmissionInput;
import io.flyball.contract.Alert;
import io.flyball.contract.AuditFact;
import io.flyball.contract.ControlCommand;
import io.flyball.contract.PlanDecision;
import io.flyball.contract.RunAdmission;
import io.flyball.orchestrator.admission.AdmissionMachine;
import io.flyball.orchestrator.admission.AdmissionProcessor;
import io.flyball.orchestrator.admission.Changers;
import io.flyball.orchestrator.admission.ClosedRunPeriods;
import io.flyball.orchestrator.audit.AuditChains;
import io.flyball.orchestrator.audit.AuditProcessor;
import io.flyball.orchestrator.audit.Checkpoints;
import io.flyball.orchestrator.config.AdmissionProperties;
import io.flyball.orchestrator.config.RunProperties;
import io.flyball.orchestrator.entrance.Entrance;
import io.flyball.platform.publish.EventHeaders;
import io.flyball.platform.streams.StreamEnds;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.platform.wire.DeadLetters;
import io.flyball.platform.wire.Wire;
import io.flyball.schemas.Topics;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** How events reach the machines: alerts and requests go to admission, admitted ones to their run. */
public final class OrchestratorTopology {
    private static final String ADMISSION = "admission";
    private static final String RUN = "run";
    private static final String AUDIT = "audit";

    private final Wire wire;
    private final DeadLetters deadLetters;
    private final EventHeaders headers;
    private final Telemetry telemetry;
    private final Catalogue catalogue;
    private final RunProperties properties;
    private final AdmissionProperties admission;
    private final StopBoard stops;
    private final Checkpoints checkpoints;
    private final AttendanceBoard attendance;

    /**
     * A topology.
     *
     * @param checkpoints where the heads of the audit's chains are kept
     * @param stops what the emergency stop and the kill switches said at the last look
     * @param attendance whether the services are there that runs wait for
     */
    public OrchestratorTopology(
            Wire wire,
            DeadLetters deadLetters,
            EventHeaders headers,
            Telemetry telemetry,
            Catalogue catalogue,
            RunProperties properties,
            AdmissionProperties admission,
            StopBoard stops,
            Checkpoints checkpoints,
            AttendanceBoard attendance) {
        this.wire = wire;
        this.deadLetters = deadLetters;
        this.headers = headers;
        this.telemetry = telemetry;
        this.catalogue = catalogue;
        this.properties = properties;
        this.admission = admission;
        this.stops = stops;
        this.checkpoints = checkpoints;
        this.attendance = attendance;
    }

    /** The whole topology. */
    public Topology build() {
        Topology topology = new Topology();
        StreamEnds edges = new StreamEnds(topology, wire, deadLetters);
        String[] admissionInputs = admission(topology, edges);
        String[] runInputs = runs(topology, edges);
        String facts = audit(topology, edges);
        edges.sink(Topics.ADMISSION_INPUTS, ADMISSION, RUN);
        edges.sink(Topics.RUN_ADMISSIONS, ADMISSION, RUN);
        edges.sink(Topics.NOTIFICATIONS, ADMISSION, RUN);
        for (String topic : new String[] {
            Topics.RUN_REQUESTS,
            Topics.PLAN_REQUESTS,
            Topics.ACTION_PROPOSALS,
            Topics.TOOL_CALLS,
            Topics.CONTROL,
            Topics.RUN_EVENTS,
            Topics.RESULTS
        }) {
            edges.sink(topic, RUN);
        }
        edges.deadLetterSink(Stream.of(admissionInputs, runInputs, new String[] {facts})
                .flatMap(Stream::of)
                .toArray(String[]::new));
        return topology;
    }

    private String[] admission(Topology topology, StreamEnds edges) {
        String[] inputs = {
            edges.source(Topics.ALERTS, Alert.class, ADMISSION),
            edges.source(Topics.RUN_REQUESTS, io.flyball.contract.RunRequest.class, ADMISSION),
            edges.source(Topics.DEPLOYMENTS, io.flyball.contract.Deployment.class, ADMISSION),
            edges.source(Topics.ADMISSION_INPUTS, AdmissionInput.class, ADMISSION)
        };
        var afterwards = new ClosedRunPeriods(
                properties.coolDown(), properties.limits().patience().watch());
        var machine = new AdmissionMachine(
                catalogue.agents(),
                Changers.of(catalogue),
                properties.defaultAgent(),
                catalogue.inventory(),
                afterwards,
                admission);
        var entrance = new Entrance(properties.bounds());
        edges.processor(
                ADMISSION, () -> new AdmissionProcessor(machine, properties.coolDown(), headers, entrance), inputs);
        topology.addStateStore(store(AdmissionProcessor.ADMISSION), ADMISSION);
        topology.addStateStore(store(AdmissionProcessor.FINGERPRINTS), ADMISSION);
        topology.addStateStore(store(AdmissionProcessor.REQUESTS), ADMISSION);
        return inputs;
    }

    private String[] runs(Topology topology, StreamEnds edges) {
        String[] inputs = {
            edges.source(Topics.RUN_ADMISSIONS, RunAdmission.class, RUN),
            edges.source(Topics.PLAN_DECISIONS, PlanDecision.class, RUN),
            edges.source(Topics.ACTION_VERDICTS, ActionVerdict.class, RUN),
            edges.source(Topics.TOOL_RESULTS, io.flyball.contract.ToolResult.class, RUN),
            edges.source(Topics.CONTROL, ControlCommand.class, RUN)
        };
        EventMapper events =
                new EventMapper(new SpecMapper(catalogue, properties.limits().toLimits(properties.coolDown())));
        Outputs outputs = new Outputs(
                new Links(properties.consoleUrl(), properties.tracingUrl()),
                properties.bounds().turns());
        edges.processor(
                RUN,
                attempts -> new RunProcessor(
                        events, outputs, headers, new RunSpans(telemetry), stops, new Attendance(attendance), attempts),
                inputs);
        topology.addStateStore(store(RunStore.RUNS), RUN);
        topology.addStateStore(store(RunStore.TURNS), RUN);
        return inputs;
    }

    /** Beside the runs, whose results say where their chains end. */
    private String audit(Topology topology, StreamEnds edges) {
        String facts = edges.source(Topics.AUDIT_FACTS, AuditFact.class, AUDIT);
        edges.processor(AUDIT, () -> new AuditProcessor(headers, checkpoints), facts);
        topology.addStateStore(store(AuditChains.STORE), AUDIT, RUN);
        edges.sink(Topics.AUDIT, AUDIT);
        return facts;
    }

    /** In memory, because control state is small and ended runs are dropped; the changelog keeps it. */
    private static StoreBuilder<?> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), Serdes.ByteArray());
    }
}
