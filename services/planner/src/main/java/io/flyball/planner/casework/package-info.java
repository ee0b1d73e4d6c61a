/**
 * Diagnoses by the catalogue's probes and causes: which probes to make, what their outputs say, what follows, and what a person is
 * told. It only proposes; the case is read anew from the run's actions for every decision.
 */
@NullMarked
package io.flyball.planner.casework;

import org.jspecify.annotations.NullMarked;
