package io.flyball.planner.model;

import io.flyball.catalogue.PriceBook;
import io.flyball.planner.plan.Decision;
import io.flyball.planner.plan.ErrorClass;
import io.flyball.planner.plan.Fault;
import io.flyball.planner.plan.Situation;
import io.flyball.planner.prompt.AgentPrompt;
import io.flyball.planner.prompt.Conversation;
import io.flyball.planner.prompt.Transcript;
import io.flyball.planner.tools.AgentTools;
import io.flyball.planner.tools.ArgumentCheck;
import io.flyball.secrets.SecretFilter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a model decide. What it answers is held against what it was offered; it is told its mistakes once. */
public final class ModelPlanner implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ModelPlanner.class);
    /** The answer, and one correction. */
    private static final int ROUNDS = 2;

    private final ModelAccess access;
    private final PatientModel model;
    private final WithoutSecrets door;
    private final int maxOutputTokens;
    private final PriceBook prices;
    private final MeterRegistry meters;
    private final Clock clock;
    private final ArgumentCheck check = new ArgumentCheck();

    private ModelPlanner(
            ModelAccess access,
            PatientModel model,
            WithoutSecrets door,
            int maxOutputTokens,
            PriceBook prices,
            MeterRegistry meters,
            Clock clock) {
        this.access = access;
        this.model = model;
        this.door = door;
        this.maxOutputTokens = maxOutputTokens;
        this.prices = prices;
        this.meters = meters;
        this.clock = clock;
    }

    /** A planner that asks that model, past the secret filter. */
    public static ModelPlanner of(
            ModelAccess access,
            LanguageModel model,
            ModelProperties properties,
            SecretFilter secrets,
            StopGate gate,
            PriceBook prices,
            Tracer tracer,
            MeterRegistry meters,
            Clock clock) {
        ChatSpan span = new ChatSpan(tracer, access, properties.maxOutputTokens());
        PatientModel patient = new PatientModel(model, properties, gate, span, clock);
        return new ModelPlanner(
                access, patient, new WithoutSecrets(secrets), properties.maxOutputTokens(), prices, meters, clock);
    }

    /**
     * The decision.
     *
     * @param paid told of every call that was answered, at once
     * @throws ProviderBusy if the provider stays busy or away
     * @throws ProviderRefused if the provider will not answer
     * @throws NoTimeLeft if a stop or earlier attempts take all the time that there is
     */
    public ModelPlan plan(Situation situation, AgentTools agent, AgentPrompt prompt, Consumer<ModelCall> paid) {
        OfferedTools offered = new OfferedTools(agent);
        AnswerReader reader = new AnswerReader(agent, offered, check, maxOutputTokens);
        Conversation conversation =
                new Conversation(prompt.system(situation), Transcript.of(situation, prompt), offered.all());
        Tally tally = new Tally(Tier.of(Objects.requireNonNull(agent.agent().modelTier())), prompt.version());
        while (true) {
            Reading reading = reader.read(ask(conversation, situation, tally, paid));
            switch (reading) {
                case Reading.Decided decided -> {
                    return tally.plan(decided.decision());
                }
                case Reading.Useless useless -> {
                    count("useless", tally.last.stop().name());
                    log.error("run {}: {}", situation.runId(), useless.fault().message());
                    return tally.plan(
                            Decision.Escalate.because(useless.fault(), "Look at the run's trace for the answer."));
                }
                case Reading.Mistaken mistaken -> {
                    count("mistaken", mistaken.kind());
                    log.warn("run {}: the model's answer does not fit: {}", situation.runId(), mistaken.mistakes());
                    if (tally.calls
                            == Math.min(
                                    ROUNDS, Math.max(1, situation.remaining().llmCalls()))) {
                        return tally.plan(gaveUp(mistaken));
                    }
                    conversation = conversation.and(mistaken.correction());
                }
            }
        }
    }

    private ModelAnswer ask(Conversation conversation, Situation situation, Tally tally, Consumer<ModelCall> paid) {
        Instant began = clock.instant();
        Conversation clean = door.of(conversation, situation.runId());
        ModelAnswer answer = model.ask(access.model(tally.tier), clean, Asker.of(situation), situation.deadline());
        Instant ended = clock.instant();
        tally.add(answer, ended);
        String id = answer.id().isBlank() ? Integer.toString(tally.calls) : answer.id();
        paid.accept(new ModelCall(
                id, access.provider(), answer.model(), answer.tokens(), Duration.between(began, ended), ended));
        return answer;
    }

    private static Decision gaveUp(Reading.Mistaken mistaken) {
        return Decision.Escalate.because(
                new Fault(
                        ErrorClass.BUG,
                        "the model's answer does not fit, also after it was told why: "
                                + String.join("; ", mistaken.mistakes())),
                "Try a more capable model for this agent, or look at its tools' schemas.");
    }

    private void count(String how, String kind) {
        meters.counter("flyball.planner.model.answers", "reading", how, "kind", kind)
                .increment();
    }

    @Override
    public void close() {
        model.close();
    }

    /** What a decision has taken so far. */
    private final class Tally {
        private final Tier tier;
        private final String promptVersion;
        private ModelAnswer last = new ModelAnswer("", "", "", List.of(), "", Tokens.NONE);
        private Tokens tokens = Tokens.NONE;
        private long costMicros;
        private int calls;

        private Tally(Tier tier, String promptVersion) {
            this.tier = tier;
            this.promptVersion = promptVersion;
        }

        private void add(ModelAnswer answer, Instant at) {
            Tokens used = answer.tokens();
            last = answer;
            calls++;
            tokens = tokens.plus(used);
            costMicros += prices.costMicros(
                    access.provider().label(),
                    answer.model(),
                    used.input(),
                    used.output(),
                    used.cacheRead(),
                    used.cacheWrite(),
                    at);
        }

        private ModelPlan plan(Decision decision) {
            return new ModelPlan(
                    decision,
                    access.provider(),
                    last.model(),
                    promptVersion,
                    tier,
                    last.stopReason(),
                    tokens,
                    calls,
                    costMicros);
        }
    }
}
