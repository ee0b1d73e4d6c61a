package io.flyball.schemas;

/** Names of the topics in {@code topics.yaml}; a test keeps the two equal. */
public final class Topics {
    public static final String ALERTS = "agent.alerts";
    public static final String RUN_REQUESTS = "agent.run-requests";
    public static final String DEPLOYMENTS = "agent.deployments";
    public static final String ADMISSION_INPUTS = "agent.admission-inputs";
    public static final String RUN_ADMISSIONS = "agent.run-admissions";
    public static final String PLAN_REQUESTS = "agent.plan-requests";
    public static final String PLAN_DECISIONS = "agent.plan-decisions";
    public static final String ACTION_PROPOSALS = "agent.action-proposals";
    public static final String ACTION_VERDICTS = "agent.action-verdicts";
    public static final String APPROVAL_REQUESTS = "agent.approval-requests";
    public static final String APPROVAL_DECISIONS = "agent.approval-decisions";
    public static final String TOOL_CALLS = "agent.tool-calls";
    public static final String TOOL_RESULTS = "agent.tool-results";
    public static final String USAGE = "agent.usage";
    public static final String BUDGET_EVENTS = "agent.budget-events";
    public static final String BUDGET_RAISES = "agent.budget-raises";
    public static final String CONTROL = "agent.control";
    public static final String WORKERS = "agent.workers";
    public static final String HALT_RECEIPTS = "agent.halt-receipts";
    public static final String RUN_EVENTS = "agent.run-events";
    public static final String AUDIT_FACTS = "agent.audit-facts";
    public static final String AUDIT = "agent.audit";
    public static final String NOTIFICATIONS = "agent.notifications";
    public static final String NOTIFICATION_RECEIPTS = "agent.notification-receipts";
    public static final String MEMORY = "agent.memory";
    public static final String RESULTS = "agent.results";
    public static final String DEAD_LETTERS = "agent.dead-letters";

    private Topics() {}
}
