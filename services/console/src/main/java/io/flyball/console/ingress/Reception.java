package io.flyball.console.ingress;

import java.time.Instant;
import java.util.function.Supplier;

/**
 * The taking in of one body.
 *
 * @param at when
 * @param ids gives each alert its id
 */
record Reception(Instant at, Supplier<String> ids) {}
