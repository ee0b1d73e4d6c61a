/** The one writer of the audit: gives every fact its place in the chain of its run, and signs where the chains end. */
@NullMarked
package io.flyball.orchestrator.audit;

import org.jspecify.annotations.NullMarked;
