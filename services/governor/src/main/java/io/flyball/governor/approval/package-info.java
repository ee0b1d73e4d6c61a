/**
 * The life of one proposed action from its proposal to its last verdict: pure, with time, judgements and people's answers
 * arriving in events.
 */
@NullMarked
package io.flyball.governor.approval;

import org.jspecify.annotations.NullMarked;
