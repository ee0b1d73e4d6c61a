/** Verdicts that the executor can verify: what the governor signs and what a signature is held against. */
@NullMarked
package io.flyball.schemas.grant;

import org.jspecify.annotations.NullMarked;
