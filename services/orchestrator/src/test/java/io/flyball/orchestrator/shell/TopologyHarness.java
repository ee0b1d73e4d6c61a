package io.flyball.orchestrator.shell;

import io.flyball.catalogue.Catalogue;
import io.flyball.contract.ActionProposal;
import io.flyball.contract.PlanDecision;
import io.flyball.contract.PlanRequest;
import io.flyball.contract.RunEvent;
import io.flyball.contract.ToolCall;
import io.flyball.orchestrator.Answers;
import io.flyball.orchestrator.config.AdmissionProperties;
import io.flyball.orchestrator.config.BoundProperties;
import io.flyball.orchestrator.config.LimitProperties;
import io.flyball.orchestrator.config.PatienceProperties;
import io.flyball.orchestrator.config.RunProperties;
import io.flyball.orchestrator.run.Answerer;
import io.flyball.platform.publish.EventHeaders;
import io.flyball.platform.stop.KillSwitch;
import io.flyball.platform.stop.StopState;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.platform.wire.DeadLetters;
import io.flyball.platform.wire.LocalWire;
import io.flyball.platform.wire.Unreadable;
import io.flyball.schemas.RunHistory;
import io.flyball.schemas.Topics;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The topology without a broker, with a planner, a governor and an executor that answer. */
abstract class TopologyHarness {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final Duration STEP = Duration.ofSeconds(1);

    private Instant now = START;
    private final LocalWire wire = new LocalWire();
    final AtomicReference<StopState> stop = new AtomicReference<>(new StopState.Clear());
    final Map<KillSwitch, StopState> kills = new HashMap<>();
    final KeptCheckpoints checkpoints = new KeptCheckpoints();
    /** Services of which nobody is there, and since when. */
    final Map<Answerer, Instant> gone = new EnumMap<>(Answerer.class);

    private final AttendanceBoard attendance = new AttendanceBoard() {
        @Override
        public Optional<Instant> goneSince(Answerer who) {
            return Optional.ofNullable(gone.get(who));
        }

        @Override
        public boolean wasThere(Answerer who, Instant then) {
            return true;
        }
    };
    TopologyTestDriver driver;

    @BeforeEach
    void start() {
        driver = new TopologyTestDriver(topology(), new Properties(), START);
    }

    Topology topology() {
        var openTelemetry = OpenTelemetrySdk.builder()
                .setTracerProvider(
                        SdkTracerProvider.builder().addSpanProcessor(spans()).build())
                .build();
        var telemetry = new Telemetry(openTelemetry);
        var limits = new LimitProperties(
                10,
                10,
                20,
                3,
                Duration.ofSeconds(300),
                50_000,
                500_000,
                3,
                2,
                3,
                Duration.ofSeconds(120),
                3,
                4,
                new PatienceProperties(Duration.ofDays(3), Duration.ZERO, Duration.ofMinutes(30)));
        return new OrchestratorTopology(
                        wire,
                        new DeadLetters("orchestrator", Clock.systemUTC()),
                        new EventHeaders("orchestrator", telemetry),
                        telemetry,
                        Catalogue.load(catalogue()),
                        new RunProperties(
                                "first-responder", Duration.ofMinutes(5), limits, BoundProperties.DEFAULT, null, null),
                        admission(),
                        owner -> stop.get().mayAct() ? killed(owner) : stop.get(),
                        checkpoints,
                        attendance)
                .build();
    }

    private StopState killed(Owner owner) {
        return owner.switches().stream()
                .filter(kills::containsKey)
                .findFirst()
                .map(kills::get)
                .orElse(stop.get());
    }

    /** Hears of every span; a test may count them. */
    SpanProcessor spans() {
        return SpanProcessor.composite();
    }

    /** The agents; a test may have others. */
    Path catalogue() {
        return Path.of("../../catalogue");
    }

    /** How many runs may be open; a test may have it otherwise. */
    AdmissionProperties admission() {
        return AdmissionProperties.DEFAULT;
    }

    @AfterEach
    void close() {
        driver.close();
    }

    /** The planner's part; a test may play another. */
    PlanDecision plan(PlanRequest request, Instant at) {
        return Answers.plan(request, at);
    }

    /** Plays planner, governor and executor, sending each answer up to that often and in any order. */
    List<Object> answerUntilQuiet(int copies, Random random) throws Unreadable {
        List<Object> seen = new ArrayList<>();
        List<Runnable> answers = new ArrayList<>();
        do {
            answers.clear();
            seen.addAll(collect(Topics.PLAN_REQUESTS, PlanRequest.class, Topics.PLAN_DECISIONS, this::plan, answers));
            seen.addAll(collect(
                    Topics.ACTION_PROPOSALS, ActionProposal.class, Topics.ACTION_VERDICTS, Answers::allow, answers));
            seen.addAll(collect(Topics.TOOL_CALLS, ToolCall.class, Topics.TOOL_RESULTS, Answers::succeed, answers));
            List<Runnable> shuffled = new ArrayList<>();
            answers.forEach(answer -> {
                for (int i = 0; i <= random.nextInt(copies); i++) {
                    shuffled.add(answer);
                }
            });
            java.util.Collections.shuffle(shuffled, random);
            shuffled.forEach(Runnable::run);
        } while (!answers.isEmpty());
        return seen;
    }

    private <T extends SpecificRecord> List<T> collect(
            String from,
            Class<T> type,
            String to,
            BiFunction<T, Instant, ? extends SpecificRecord> answer,
            List<Runnable> answers)
            throws Unreadable {
        List<T> asked = read(from, type);
        asked.forEach(question -> answers.add(() -> send(
                to,
                question.get(question.getSchema().getField("runId").pos()).toString(),
                answer.apply(question, START))));
        return asked;
    }

    void send(String topic, String key, SpecificRecord record) {
        send(topic, key, record, START);
    }

    /** Lets the clock go on to that time, in steps as the engine takes them, and sends the record then. */
    void send(String topic, String key, SpecificRecord record, Instant at) {
        while (now().isBefore(at)) {
            timePasses(STEP);
        }
        sendDated(topic, key, record, at);
    }

    /** The engine's clock. */
    Instant now() {
        return now;
    }

    /** Time passes and the engine is there. */
    void timePasses(Duration time) {
        Instant until = now.plus(time);
        while (now.isBefore(until)) {
            Duration left = Duration.between(now, until);
            away(left.compareTo(STEP) < 0 ? left : STEP);
        }
    }

    /** Time passes in which the engine does not look once. */
    void away(Duration time) {
        now = now.plus(time);
        driver.advanceWallClockTime(time);
    }

    /** What the publisher says about the time, whatever time it is. */
    void sendDated(String topic, String key, SpecificRecord record, Instant at) {
        driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key, wire.encode(topic, record), at));
    }

    /** Sends a key without a value. */
    void bury(String topic, String key) {
        driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key, (byte[]) null, START));
    }

    /** The keys of the topic's records that have no value. */
    List<String> tombstones(String topic) {
        return driver
                .createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList()
                .stream()
                .filter(record -> record.value() == null)
                .map(TestRecord::key)
                .toList();
    }

    /** That header of each record of the topic. */
    List<String> headers(String topic, String name) {
        return driver
                .createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList()
                .stream()
                .map(record -> new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8))
                .toList();
    }

    /** What run events tell, one for each thing that happened. */
    List<RunEvent> history() throws Unreadable {
        return read(Topics.RUN_EVENTS, RunEvent.class).stream()
                .flatMap(record -> RunHistory.oneByOne(record).stream())
                .toList();
    }

    <T extends SpecificRecord> List<T> read(String topic, Class<T> type) throws Unreadable {
        TestOutputTopic<String, byte[]> output =
                driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer());
        List<T> records = new ArrayList<>();
        for (byte[] value : output.readValuesToList()) {
            records.add(wire.decode(topic, value, type));
        }
        return records;
    }
}
