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
import java.util.List;
import java.util.Objects;
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
    private final ModelProperties properties;
    private final PriceBook prices;
    private final MeterRegistry meters;
    private final Clock clock;
    private final ArgumentCheck check = new ArgumentCheck();

    private ModelPlanner(
            ModelAccess access,
            PatientModel model,
            WithoutSecrets door,
            ModelProperties properties,
            PriceBook prices,
            MeterRegistry meters,
            Clock clock) {
        this.access = access;
        this.model = model;
        this.door = door;
        this.properties = properties;
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
        return new ModelPlanner(access, patient, new WithoutSecrets(secrets), properties, prices, meters, clock);
    }

    /**
     * The decision.
     *
     * @param account what pays for the calls
     * @throws BudgetExhausted if a budget has no room
     * @throws ProviderBusy if the provider stays busy or away
     * @throws ProviderRefused if the provider will not answer
     * @throws NoTimeLeft if a stop or earlier attempts take all the time that there is
     */
    public ModelPlan plan(Situation situation, AgentTools agent, AgentPrompt prompt, Account account) {
        OfferedTools offered = new OfferedTools(agent);
        AnswerReader reader = new AnswerReader(agent, offered, check, properties.maxOutputTokens());
        Conversation conversation =
                new Conversation(prompt.system(situation), Transcript.of(situation, prompt), offered.all());
        Tally tally = new Tally(Tier.of(Objects.requireNonNull(agent.agent().modelTier())), prompt.version());
        while (true) {
            Reading reading = reader.read(ask(conversation, situation, tally, account));
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

    private ModelAnswer ask(Conversation conversation, Situation situation, Tally tally, Account account) {
        Conversation clean = door.of(conversation, situation.runId());
        String name = access.model(tally.tier);
        PaidCall paid = new PaidCall(clean, access, name, properties, prices, account, clock);
        PatientModel.Answered answered = model.ask(name, clean, Asker.of(situation), situation.deadline(), paid);
        ModelAnswer answer = answered.answer();
        ModelCall call = answered.attempt().answered(answer);
        tally.add(answer, call, paid.costMicros(call.model(), call.tokens(), call.at()));
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

        private void add(ModelAnswer answer, ModelCall call, long micros) {
            last = answer;
            calls++;
            tokens = tokens.plus(call.tokens());
            costMicros += micros;
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
