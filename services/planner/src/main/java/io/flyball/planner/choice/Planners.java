package io.flyball.planner.choice;

import io.flyball.catalogue.AgentDefinition;
import io.flyball.catalogue.Catalogue;
import io.flyball.catalogue.InvalidCatalogue;
import io.flyball.diagnosis.files.DiagnosisLibrary;
import io.flyball.planner.inventory.KnownEntries;
import io.flyball.planner.model.Account;
import io.flyball.planner.model.BudgetExhausted;
import io.flyball.planner.model.ModelPlan;
import io.flyball.planner.model.ModelPlanner;
import io.flyball.planner.model.NoTimeLeft;
import io.flyball.planner.model.ProviderBusy;
import io.flyball.planner.model.ProviderRefused;
import io.flyball.planner.model.Tier;
import io.flyball.planner.order.OrderPlanner;
import io.flyball.planner.plan.AlertFacts;
import io.flyball.planner.plan.Decision;
import io.flyball.planner.plan.ErrorClass;
import io.flyball.planner.plan.Fault;
import io.flyball.planner.plan.Situation;
import io.flyball.planner.prompt.PromptLibrary;
import io.flyball.planner.runbookfiles.RunbookLibrary;
import io.flyball.planner.tools.AgentTools;
import io.flyball.planner.tools.ArgumentCheck;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses who decides: the model where there is one, the runbook where there is none or the provider is out. */
public final class Planners implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Planners.class);

    private final Mode mode;
    private final Catalogue catalogue;
    private final PromptLibrary prompts;
    private final @Nullable ModelPlanner model;
    private final ByRunbook byRunbook;
    private final KnownEntries entries;
    private final ArgumentCheck orders = new ArgumentCheck();

    /**
     * All planners.
     *
     * @param model absent when no model is configured
     * @throws IllegalArgumentException if a model is demanded and none is configured
     * @throws InvalidCatalogue if an agent asks for a model tier that there is not
     */
    public Planners(
            Mode mode,
            Catalogue catalogue,
            RunbookLibrary runbooks,
            PromptLibrary prompts,
            @Nullable ModelPlanner model) {
        if (mode == Mode.MODEL && model == null) {
            throw new IllegalArgumentException("flyball.planner.mode is model, but no model is configured: give"
                    + " ANTHROPIC_API_KEY, OPENAI_API_KEY, or flyball.planner.provider with an api-key-file");
        }
        catalogue.agents().forEach(Planners::checkTier);
        this.mode = mode;
        this.catalogue = catalogue;
        this.prompts = prompts;
        this.model = model;
        this.byRunbook = new ByRunbook(runbooks, DiagnosisLibrary.load(catalogue.directory()));
        this.entries = new KnownEntries(catalogue.inventory());
    }

    private static void checkTier(AgentDefinition agent) {
        try {
            Tier.of(Objects.requireNonNull(agent.modelTier()));
        } catch (IllegalArgumentException e) {
            throw new InvalidCatalogue("agent " + agent.name() + ": " + e.getMessage(), e);
        }
    }

    /**
     * The plan; there always is one, if only that a person is needed.
     *
     * @param account what pays for model calls
     */
    public Plan plan(Situation told, Account account) {
        Situation situation = entries.in(told);
        Optional<AgentDefinition> agent = catalogue.agent(situation.agent());
        if (agent.isEmpty()) {
            return noPlan(
                    ErrorClass.CONFIG,
                    "there is no agent " + situation.agent() + " in " + catalogue.directory(),
                    "the agent is unknown");
        }
        AgentTools tools = new AgentTools(catalogue, agent.get());
        if (OrderPlanner.isFor(situation)) {
            return Plan.withoutModel(
                    OrderPlanner.decide(situation, tools, orders),
                    Maker.runbook("order", null, "its inputs order one action"));
        }
        ModelPlanner asked = model;
        if (asked == null || mode == Mode.RUNBOOK) {
            String why = mode == Mode.RUNBOOK ? "mode runbook is configured" : "no model is configured";
            return byRunbook.plan(situation, tools, why).orElseGet(() -> noRunbook(situation, agent.get(), why));
        }
        return byModel(asked, situation, tools, account);
    }

    private Plan byModel(ModelPlanner asked, Situation situation, AgentTools tools, Account account) {
        try {
            return told(
                    asked.plan(situation, tools, prompts.of(situation.agent()).orElseThrow(), account), tools);
        } catch (BudgetExhausted e) {
            return noPlan(Fault.ofBudget(e.budget(), Objects.requireNonNull(e.getMessage())), "a model is configured");
        } catch (NoTimeLeft e) {
            var kept = new Fault(ErrorClass.TRANSIENT, Objects.requireNonNull(e.getMessage()), false);
            return noPlan(kept, "a model is configured");
        } catch (ProviderBusy e) {
            return without(situation, tools, ErrorClass.EXTERNAL, "the provider is out: " + e.getMessage());
        } catch (ProviderRefused e) {
            return without(situation, tools, ErrorClass.CONFIG, "the provider refuses: " + e.getMessage());
        }
    }

    private static Plan told(ModelPlan plan, AgentTools tools) {
        String why = "agent " + tools.agent().name() + " asks for tier "
                + plan.tier().label();
        Maker maker =
                new Maker("model", null, plan.promptVersion(), plan.provider().label(), plan.model(), why);
        return new Plan(plan.decision(), maker, plan.stopReason(), plan.tokens(), plan.calls(), plan.costMicros());
    }

    private Plan without(Situation situation, AgentTools tools, ErrorClass errorClass, String why) {
        log.warn("run {}: {}; falling back to the runbook", situation.runId(), why);
        return byRunbook
                .plan(situation, tools, "fallback: " + why)
                .orElseGet(() -> noPlan(errorClass, why, "fallback: " + why));
    }

    private static Plan noRunbook(Situation situation, AgentDefinition agent, String why) {
        AlertFacts alert = situation.alert();
        String what = alert == null ? "a run without an alert" : "the alert " + alert.name();
        return noPlan(
                ErrorClass.CONFIG,
                "no runbook of agent " + agent.name() + " is for " + what + "; it has " + agent.runbooks(),
                why);
    }

    private static Plan noPlan(ErrorClass errorClass, String message, String why) {
        return noPlan(new Fault(errorClass, message), why);
    }

    private static Plan noPlan(Fault fault, String why) {
        return Plan.withoutModel(
                Decision.Escalate.because(fault, "Check the planner's configuration and catalogue."),
                Maker.runbook(null, null, why));
    }

    @Override
    public void close() {
        if (model != null) {
            model.close();
        }
    }
}
