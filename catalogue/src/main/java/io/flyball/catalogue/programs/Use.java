package io.flyball.catalogue.programs;

/**
 * One word of a command and what the program does with it.
 *
 * @param value the word, without the option that it is glued to
 * @param at index of the argument that holds it
 */
record Use(Role role, String value, int at) {}
