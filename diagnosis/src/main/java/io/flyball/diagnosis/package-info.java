/**
 * What is known about an incident and what may have caused it: facts, probes, causes, and the pure function between them. No
 * clock, no chance, nothing that reaches outside.
 */
@NullMarked
package io.flyball.diagnosis;

import org.jspecify.annotations.NullMarked;
