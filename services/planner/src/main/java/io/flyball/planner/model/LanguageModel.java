package io.flyball.planner.model;

import io.flyball.planner.prompt.Conversation;

/** A model that can be asked once. */
@FunctionalInterface
public interface LanguageModel {

    /**
     * Asks; nothing is retried and no tool is called.
     *
     * @throws ProviderBusy if asking again later may help
     * @throws ProviderRefused if it will not, until something is configured otherwise
     */
    ModelAnswer ask(String model, Conversation conversation);
}
