package io.flyball.schemas.grant;

/**
 * The one action that a grant is for.
 *
 * @param actionHash hash of tool, arguments, target and environment, 64 hex digits
 * @param agent whose permissions hold
 * @param effect READ, CHANGE or DESTRUCTIVE, as it was judged
 * @param dryRun whether changes may only be described
 */
public record GrantedAction(
        String runId, String actionId, String actionHash, String tenant, String agent, String effect, boolean dryRun) {}
